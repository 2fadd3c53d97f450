import qrcode from 'qrcode-generator';

/** Light around the code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A QR code as a path of an SVG picture. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

export function qrOf(text: string): QrCode {
  const code = qrcode(0, 'L');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const parts: string[] = [];
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) {
        parts.push(`M${String(column + QUIET_ZONE)} ${String(row + QUIET_ZONE)}h1v1h-1z`);
      }
    }
  }
  return { size: count + 2 * QUIET_ZONE, path: parts.join('') };
}
