import { OperationError } from '../errors.ts'

/** Types that messengers show or offer for download; nothing that a browser would run. */
const allowed =
  /^(image\/(jpeg|png|webp|gif|heic)|video\/(mp4|3gpp|quicktime|webm)|audio\/(mpeg|mp4|x-m4a|ogg|aac|amr|wav|webm|flac|ogg; codecs=opus)|application\/(pdf|zip|rtf|x-cfb|vnd\.openxmlformats-officedocument\.[\w.]+|vnd\.oasis\.opendocument\.[\w.-]+))$/

/**
 * Returns the type of a file by its bytes; its name only tells a table from other texts.
 * @throws {OperationError} `unsupported_media_type`
 */
export async function sniffType({ bytes, name }: { bytes: Uint8Array; name: string }): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type') // Only servers that take files load it.
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined) // A file that is cut off in its head.
  if (found && allowed.test(found.mime)) return found.mime
  if (!found && isText(bytes)) return /\.csv$/i.test(name) ? 'text/csv' : 'text/plain'
  throw new OperationError({
    code: 'unsupported_media_type',
    message: 'Files of this type cannot be sent: send an image, audio, video, document or text.',
  })
}

/** Returns true for text without markup, which a browser could take for a page. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those of texts are the exception
    return text !== '' && !/^\s*</.test(text) && !/[\x00-\x08\x0b\x0c\x0e-\x1f]/.test(text)
  } catch {
    return false
  }
}
