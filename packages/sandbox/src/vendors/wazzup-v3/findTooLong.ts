import { chatTypeSchema, textLimits } from '@crm-chat/vendors/wazzup-v3'
import type { TemplateMessage } from '../../messengers/templates/toTemplateMessage.ts'

/** Finds the code of a text that is too long for its messenger: one code for all above 10,000 characters, then one each. */
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
  if (length > longest) return describe('MESSAGE_TEXT_TOO_LONG', longest)
  const limit = textLimits[messenger]
  return length > limit
    ? describe(`MESSAGES_TOO_LONG_${groups[messenger] ?? messenger.toUpperCase()}`, limit)
    : undefined
}

const longest = 10_000

/** Group chats share the code of their messenger. */
const groups: Partial<Record<keyof typeof textLimits, string>> = { telegroup: 'TELEGRAM', maxgroup: 'MAX' }

/** Characters that Meta lets the header of a template have once it is filled in, and its body. */
const templateLimits = { header: 60, body: 550 }

/** Finds the code of a template that its values have made too long. */
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
