// node report.mjs PHOTO.jpg RESULTS PICTURE.png: prints the faces that the program's outputs in RESULTS show, and draws them.
import { join } from 'node:path';
import { findFaces } from './faces.mjs';
import { readNpy } from './npy.mjs';
import { placement, readPhoto } from './photo.mjs';
import { writePng } from './png.mjs';

const POINTS = ['right eye', 'left eye', 'nose', 'mouth', 'right ear', 'left ear'];
const [source, results, picture] = process.argv.slice(2);
const output = name => readNpy(join(results, `${name}.npy`));
const photo = readPhoto(source);
const { scale, left, top } = placement(photo);
const toPhoto = ([x, y]) => [Math.round((x - left) / scale), Math.round((y - top) / scale)];

const faces = findFaces({ scores16: output('Identity_0'), scores8: output('Identity_1_0'), boxes16: output('Identity_2_0'), boxes8: output('Identity_3_0') });
console.log(`${source.split('/').pop()}, ${photo.width}x${photo.height}: ${faces.length} face${faces.length === 1 ? '' : 's'}`);
for (const { score, box: [x, y, w, h], points } of faces) {
  const [x0, y0] = toPhoto([x, y]), [x1, y1] = toPhoto([x + w, y + h]);
  console.log(`  face ${(100 * score).toFixed(1)} %  from (${x0}, ${y0}) to (${x1}, ${y1})`);
  for (let t = 0; t < 3; t++) {
    for (let u = x0; u <= x1; u++) paint(u, y0 + t), paint(u, y1 - t);
    for (let v = y0; v <= y1; v++) paint(x0 + t, v), paint(x1 - t, v);
  }
  points.map(toPhoto).forEach(([px, py], i) => {
    console.log(`    ${POINTS[i].padEnd(9)} (${px}, ${py})`);
    for (let v = -4; v <= 4; v++) for (let u = -4; u <= 4; u++) if (u * u + v * v <= 16) paint(px + u, py + v);
  });
}
writePng(picture, photo);

function paint(x, y) {
  if (x >= 0 && y >= 0 && x < photo.width && y < photo.height) photo.data.set([0, 255, 64, 255], (y * photo.width + x) * 4);
}
