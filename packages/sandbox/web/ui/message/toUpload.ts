/** A file encoded for a request. */
export interface Upload {
  name: string
  type: string
  /** Base64. */
  data: string
}

/** Largest file that fits into a request once it is encoded in base64. */
export const largestFileBytes = 700_000

/** Encodes a file for a request. */
export async function toUpload(file: File): Promise<Upload> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return { name: file.name, type: file.type || 'application/octet-stream', data: btoa(letters) }
}
