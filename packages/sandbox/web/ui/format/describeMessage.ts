import { describeFile } from './describeFile.ts'

interface Message {
  text: string | null
  content: string | null
  deletedAt: number | null
}

/** Describes a message in one line. */
export function describeMessage({ text, content, deletedAt }: Message): string {
  if (deletedAt !== null) return 'Message deleted'
  if (text !== null) return text
  return content === null ? '' : describeFile(content).name
}
