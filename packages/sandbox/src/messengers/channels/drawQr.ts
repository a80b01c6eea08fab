/** Draws a QR code as a PNG in a `data:` address. */
export async function drawQr(text: string): Promise<string> {
  const { toDataURL } = await import('qrcode') // When there is something to draw: the sandbox starts sooner without it.
  return toDataURL(text, { errorCorrectionLevel: 'M', margin: 4, scale: 8 })
}
