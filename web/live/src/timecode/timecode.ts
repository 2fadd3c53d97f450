// A clock in a picture, to be read from what a viewer decodes: 32 black or white blocks in the top left corner, 16 in each
// of two rows, each a fortieth of the picture's width wide and high. The first 24 are the time in units of 100 µs, most
// significant bit first, wrapping after 28 minutes; the last 8 are a checksum (CRC-8, polynomial 0x07) that tells a timecode
// from a picture. The same coding as `./freshet demo`.

export const TICKS_PER_MS = 10;
export const TICKS = 1 << 24;

/** Pictures narrower than this cannot carry a timecode. */
export const MIN_WIDTH = 160;

const BLOCKS = 32;
const COLUMNS = 16;
const ROWS = BLOCKS / COLUMNS;
const BLOCKS_ACROSS = 40;
const CHECKSUM_BITS = 8;
const POLYNOMIAL = 0x07;

/** A block whose mean brightness lies between these is not readable. */
const DARK = 98;
const BRIGHT = 161;

/** Where a rectangle of one grey goes. */
export type Fill = (bright: boolean, left: number, top: number, size: number) => void;

/** Pixels as a canvas gives them: four bytes each, red first. */
export interface Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** @param wallMs milliseconds since 1970 */
export function ticksOf(wallMs: number): number {
  return modulo(Math.floor(wallMs * TICKS_PER_MS), TICKS);
}

/** From one tick to a later one, across the wrap; at most 28 minutes. */
export function elapsedMs(from: number, to: number): number {
  return modulo(to - from, TICKS) / TICKS_PER_MS;
}

export function drawTimecode(fill: Fill, width: number, ticks: number): void {
  const size = Math.floor(width / BLOCKS_ACROSS);
  for (let block = 0; block < BLOCKS; block++) {
    fill(bitOf(ticks, block), (block % COLUMNS) * size, Math.floor(block / COLUMNS) * size, size);
  }
}

/** The part of a picture of this width that holds the timecode. */
export function timecodeArea(width: number): { width: number; height: number } {
  return { width: (width * COLUMNS) / BLOCKS_ACROSS, height: (width * ROWS) / BLOCKS_ACROSS };
}

/**
 * Reads what {@link timecodeArea} covers, at any scale.
 *
 * @return the ticks, or undefined when there is no readable timecode
 */
export function readTimecode(area: Pixels): number | undefined {
  let ticks = 0;
  let checksum = 0;
  for (let block = 0; block < BLOCKS; block++) {
    const mean = brightness(area, block);
    if (mean > DARK && mean < BRIGHT) {
      return undefined;
    }
    const bit = mean >= BRIGHT ? 1 : 0;
    if (block < BLOCKS - CHECKSUM_BITS) {
      ticks = (ticks << 1) | bit;
    } else {
      checksum = (checksum << 1) | bit;
    }
  }
  return checksum === checksumOf(ticks) ? ticks : undefined;
}

function bitOf(ticks: number, block: number): boolean {
  const dataBits = BLOCKS - CHECKSUM_BITS;
  return block < dataBits
    ? ((ticks >> (dataBits - 1 - block)) & 1) === 1
    : ((checksumOf(ticks) >> (BLOCKS - 1 - block)) & 1) === 1;
}

/** The mean of a block's inner half: its edges blur in coding and scaling. */
function brightness({ data, width, height }: Pixels, block: number): number {
  const blockWidth = width / COLUMNS;
  const blockHeight = height / ROWS;
  const left = (block % COLUMNS) * blockWidth;
  const top = Math.floor(block / COLUMNS) * blockHeight;
  const toX = Math.floor(left + blockWidth * 0.75);
  const toY = Math.floor(top + blockHeight * 0.75);
  let sum = 0;
  let count = 0;
  for (let y = Math.ceil(top + blockHeight / 4); y <= toY; y++) {
    for (let x = Math.ceil(left + blockWidth / 4); x <= toX; x++) {
      const at = (y * width + x) * 4;
      // Brightness as television reckons it, ITU-R BT.601.
      sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
      count++;
    }
  }
  return count === 0 ? (DARK + BRIGHT) / 2 : sum / count;
}

function checksumOf(ticks: number): number {
  // Not zero for zero, so that a black picture is no timecode.
  let crc = 0xff;
  for (let shift = 16; shift >= 0; shift -= 8) {
    crc ^= (ticks >> shift) & 0xff;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 0x80) !== 0 ? ((crc << 1) ^ POLYNOMIAL) & 0xff : crc << 1;
    }
  }
  return crc;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
