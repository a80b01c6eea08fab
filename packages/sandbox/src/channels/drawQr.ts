import { toDataURL } from 'qrcode'

/** Draws a QR code as a PNG in a `data:` address. */
export function drawQr(text: string): Promise<string> {
  return toDataURL(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 })
}
