import qrcode from 'qrcode';

/** A QR code as squares: for each dark one, its column and row, in a drawing of `side` squares. */
export function qrSquares(text: string): { readonly side: number; readonly dark: readonly (readonly [column: number, row: number])[] } {
  const { size, data } = qrcode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = Array.from(data).flatMap((bit, at) => (bit ? [[at % size, Math.floor(at / size)] as const] : []));
  return { side: size, dark };
}
