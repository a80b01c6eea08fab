/** A file as the control API takes it. */
export interface Upload {
  name: string
  type: string
  /** Base64. */
  data: string
}

/** The largest file that fits into a request, once its bytes are letters. */
export const largestFileBytes = 700_000

/** Reads a file for sending. */
export async function toUpload(file: File): Promise<Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { name: file.name, type: file.type || 'application/octet-stream', data: btoa(letters) }
}
