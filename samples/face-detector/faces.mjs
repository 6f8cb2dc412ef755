// Turns BlazeFace's outputs into faces. The model looks at a 16x16 grid with 2 anchors a cell and at an 8x8 grid with 6; an anchor has a score
// (a logit) and 16 numbers in pixels: centre relative to the middle of the cell, size, and six points (eyes, nose, mouth, ears) like the centre.
import { SIDE } from './photo.mjs';

const MINIMUM_SCORE = 0.75;
const SAME_FACE = 0.3;

/** Faces in coordinates of the 128x128 input: { score, box: [left, top, width, height], points: [[x, y], ...] }, best first. */
export function findFaces({ scores16, scores8, boxes16, boxes8 }) {
  return merge([...candidates(scores16, boxes16, 16, 2), ...candidates(scores8, boxes8, 8, 6)]);
}

function candidates(scores, boxes, cells, anchors) {
  const found = [];
  scores.forEach((logit, i) => {
    const score = 1 / (1 + Math.exp(-logit));
    if (score < MINIMUM_SCORE) return;
    const cell = Math.floor(i / anchors);
    const x = ((cell % cells) + 0.5) / cells * SIDE, y = (Math.floor(cell / cells) + 0.5) / cells * SIDE;
    const v = boxes.subarray(i * 16, i * 16 + 16);
    const shape = [x + v[0] - v[2] / 2, y + v[1] - v[3] / 2, v[2], v[3]];
    for (let k = 4; k < 16; k += 2) shape.push(x + v[k], y + v[k + 1]);
    found.push({ score, shape });
  });
  return found.sort((a, b) => b.score - a.score);
}

// Candidates that overlap show one face: their average, weighted with the scores.
function merge(all) {
  const faces = [];
  while (all.length > 0) {
    const same = all.filter(c => overlap(all[0].shape, c.shape) >= SAME_FACE);
    all = all.filter(c => !same.includes(c));
    const weight = same.reduce((sum, c) => sum + c.score, 0);
    const shape = same[0].shape.map((_, i) => same.reduce((sum, c) => sum + c.shape[i] * c.score, 0) / weight);
    const points = [4, 6, 8, 10, 12, 14].map(i => [shape[i], shape[i + 1]]);
    faces.push({ score: same[0].score, box: shape.slice(0, 4), points });
  }
  return faces;
}

function overlap([ax, ay, aw, ah], [bx, by, bw, bh]) {
  const w = Math.min(ax + aw, bx + bw) - Math.max(ax, bx), h = Math.min(ay + ah, by + bh) - Math.max(ay, by);
  const both = Math.max(0, w) * Math.max(0, h);
  return both / (aw * ah + bw * bh - both);
}
