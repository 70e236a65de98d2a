import { inflateSync } from 'node:zlib';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and, where the picture has it, how opaque: 0 to 255 each, line by line from the top left. */
  readonly pixels: readonly (readonly number[])[];
}

/** Reads a PNG of 8 bits a channel that is not interlaced; https://www.w3.org/TR/png-3/ */
export function readPng(bytes: Uint8Array): Picture {
  const buffer = Buffer.from(bytes);
  if (buffer.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG');
  const [width, height] = [buffer.readUInt32BE(16), buffer.readUInt32BE(20)];
  const [depth, colour, interlaced] = [buffer[24], buffer[25], buffer[28]];
  const channels = colour === 6 ? 4 : colour === 2 ? 3 : 0;
  if (depth !== 8 || channels === 0 || interlaced !== 0) throw new Error('a PNG of another kind');
  const lines = unfiltered(inflateSync(data(buffer)), width * channels, channels);
  const pixels = lines.flatMap((line) =>
    Array.from({ length: width }, (_, x) => line.slice(x * channels, (x + 1) * channels)),
  );
  return { width, height, pixels };
}

function data(buffer: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at < buffer.length;) {
    const length = buffer.readUInt32BE(at);
    if (buffer.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(buffer.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return Buffer.concat(parts);
}

/** Each line is stored as its difference from what is left of it and above it. */
function unfiltered(raw: Buffer, stride: number, channels: number): readonly number[][] {
  const lines: number[][] = [];
  for (let at = 0; at < raw.length; at += stride + 1) {
    const above = lines.at(-1) ?? new Array<number>(stride).fill(0);
    const line: number[] = [];
    for (let x = 0; x < stride; x++) {
      const [left, up, corner] = [line[x - channels] ?? 0, above[x] ?? 0, above[x - channels] ?? 0];
      line.push(((raw[at + 1 + x] ?? 0) + predicted(raw[at] ?? 0, left, up, corner)) & 255);
    }
    lines.push(line);
  }
  return lines;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  const paeth = [left, up, corner].map((one) => [Math.abs(left + up - corner - one), one] as const);
  const nearest = paeth.reduce((best, one) => (one[0] < best[0] ? one : best));
  return [0, left, up, (left + up) >> 1, nearest[1]][filter] ?? 0;
}
