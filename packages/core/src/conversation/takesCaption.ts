import { countText } from '../composer/countText.ts'

/** A file and a text, and what may be sent. */
export interface TakesCaptionParameters {
  allowed: { can: readonly string[]; longestCaption?: number | undefined }
  file: Pick<File, 'type'>
  text: string
}

/**
 * Returns true if a file and a text are one message; otherwise the text is another one, after the file. Messengers show no text with
 * a sound.
 */
export function takesCaption({ allowed, file, text }: TakesCaptionParameters): boolean {
  const { can, longestCaption = Number.POSITIVE_INFINITY } = allowed
  return can.includes('caption') && !file.type.startsWith('audio/') && countText(text, 'characters') <= longestCaption
}
