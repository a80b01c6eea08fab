import { describeFile } from './describeFile.ts'

interface Message {
  kind: 'location' | 'contact' | 'missedCall' | 'unsupported' | null
  text: string | null
  content: string | null
  deletedAt: number | null
}

/** Describes a message in one line. */
export function describeMessage({ kind, text, content, deletedAt }: Message): string {
  if (deletedAt !== null) return 'Message deleted'
  if (text !== null) return text
  if (kind !== null) return kind === 'missedCall' ? 'Missed call' : 'Message of another kind'
  return content === null ? '' : describeFile(content).name
}
