// node prepare.mjs PHOTO.jpg INPUT.npy: the detector's input, float32[1,128,128,3], RGB in [-1, 1].
import { writeNpy } from './npy.mjs';
import { SIDE, placement, readPhoto } from './photo.mjs';

const [source, target] = process.argv.slice(2);
const photo = readPhoto(source);
const { scale, left, top } = placement(photo);
const input = new Float32Array(SIDE * SIDE * 3);

// Each input pixel is the average of the photograph's pixels below it; outside the photograph it stays 0 (grey).
for (let y = 0; y < SIDE; y++) {
  const y0 = Math.max(0, Math.floor((y - top) / scale)), y1 = Math.min(photo.height, Math.ceil((y + 1 - top) / scale));
  for (let x = 0; x < SIDE; x++) {
    const x0 = Math.max(0, Math.floor((x - left) / scale)), x1 = Math.min(photo.width, Math.ceil((x + 1 - left) / scale));
    const count = (y1 - y0) * (x1 - x0);
    if (y1 <= y0 || x1 <= x0) continue;
    for (let c = 0; c < 3; c++) {
      let sum = 0;
      for (let v = y0; v < y1; v++) for (let u = x0; u < x1; u++) sum += photo.data[(v * photo.width + u) * 4 + c];
      input[(y * SIDE + x) * 3 + c] = sum / count / 127.5 - 1;
    }
  }
}
writeNpy(target, [1, SIDE, SIDE, 3], input);
