// Reads and writes .npy files of 32-bit floats (numpy format 1.0).
import { readFileSync, writeFileSync } from 'node:fs';

/** Writes values (row-major) under a shape. */
export function writeNpy(path, shape, values) {
  let header = `{'descr': '<f4', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  header = header.padEnd(Math.ceil((11 + header.length) / 64) * 64 - 11) + '\n';
  const start = Buffer.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 255, header.length >> 8]);
  writeFileSync(path, Buffer.concat([start, Buffer.from(header), Buffer.from(values.buffer, values.byteOffset, values.byteLength)]));
}

/** The values of a file, row-major. */
export function readNpy(path) {
  const bytes = readFileSync(path);
  const header = bytes.toString('latin1', 10, 10 + bytes.readUInt16LE(8));
  if (!header.includes("'<f4'")) throw new Error(`${path}: 32-bit floats expected, found ${header}`);
  const data = bytes.subarray(10 + bytes.readUInt16LE(8));
  return new Float32Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength));
}
