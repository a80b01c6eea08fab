import type { TemplateHeader } from '@crm-chat/protocol'

const files = ['image', 'video', 'document'] as const

/** Reads the header of a template in WhatsApp's words: `TEXT` with its text, or the kind of a file. */
export function toTemplateHeader({
  format,
  text,
}: {
  format: string | null | undefined
  text: string | null | undefined
}): TemplateHeader | undefined {
  const kind = format?.toLowerCase()
  const file = files.find((name) => name === kind)
  if (file) return { file }
  return kind === 'text' && text ? { text } : undefined
}
