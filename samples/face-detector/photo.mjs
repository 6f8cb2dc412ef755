// A photograph and the square that the detector sees.
import { readFileSync } from 'node:fs';
import jpeg from 'jpeg-js';

/** Side of the model's input in pixels. */
export const SIDE = 128;

/** Decodes a JPEG file: { width, height, data: RGBA bytes }. */
export const readPhoto = path => jpeg.decode(readFileSync(path), { useTArray: true });

/** Where the photograph lies in the square: it is scaled to fit, centred, and the border stays grey. */
export function placement({ width, height }) {
  const scale = SIDE / Math.max(width, height);
  return { scale, left: (SIDE - width * scale) / 2, top: (SIDE - height * scale) / 2 };
}
