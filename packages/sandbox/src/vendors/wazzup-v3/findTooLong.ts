import { chatTypeSchema, textLimits } from '@crm-chat/vendors/wazzup-v3'
import type { TemplateMessage } from '../../messengers/templates/toTemplateMessage.ts'

/** Finds the code for a text that is too long: one code above 10,000 characters, otherwise one per messenger. */
export function findTooLong({
  chatType,
  text,
}: {
  chatType?: unknown
  text?: unknown
}): { code: string; field: string; description: string } | undefined {
  const messenger = chatTypeSchema.safeParse(chatType).data
  if (messenger === undefined || typeof text !== 'string') return undefined
  const length = [...text].length
  if (length > maxLength) return describe('MESSAGE_TEXT_TOO_LONG', maxLength)
  const limit = textLimits[messenger]
  return length > limit
    ? describe(`MESSAGES_TOO_LONG_${groups[messenger] ?? messenger.toUpperCase()}`, limit)
    : undefined
}

const maxLength = 10_000

/** Group chats share the code of their messenger. */
const groups: Partial<Record<keyof typeof textLimits, string>> = { telegroup: 'TELEGRAM', maxgroup: 'MAX' }

/** Meta's limits for the header and the body of a filled template, in characters. */
const templateLimits = { header: 60, body: 550 }

/** Finds the code for a filled template that is too long. */
export function findTooLongTemplate({
  text,
  template,
}: Pick<TemplateMessage, 'text' | 'template'>): { code: string; description: string } | undefined {
  const { header, body } = templateLimits
  if ([...(template.header ?? '')].length > header) return describe('MESSAGES_TOO_LONG_WABA_HEADER', header)
  return [...text].length > body ? describe('MESSAGES_TOO_LONG_WABA_TEMPLATE', body) : undefined
}

function describe(code: string, limit: number) {
  return { code, field: 'text', description: `The length of the text message exceeds ${limit} characters.` }
}
