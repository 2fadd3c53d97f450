import type { Pixels } from '../../src/timecode/timecode.ts';

/** A grey picture. */
export class Raster {
  private readonly grey: Uint8ClampedArray;

  constructor(
    private readonly width: number,
    height: number,
    shade: number,
  ) {
    this.grey = new Uint8ClampedArray(width * height).fill(shade);
  }

  at(x: number, y: number): number {
    return this.grey[y * this.width + x] ?? 0;
  }

  fill(shade: number, left: number, top: number, size: number): void {
    for (let y = top; y < top + size; y++) {
      this.grey.fill(shade, y * this.width + left, y * this.width + left + size);
    }
  }

  /** The top left corner, as a canvas would give it. */
  part(width: number, height: number): Pixels {
    const data = new Uint8ClampedArray(width * height * 4);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const shade = this.at(x, y);
        data.set([shade, shade, shade, 255], (y * width + x) * 4);
      }
    }
    return { data, width, height };
  }
}
