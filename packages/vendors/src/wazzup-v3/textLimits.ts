import type { ChatType } from './chats.ts'

/**
 * Characters a text may have in a messenger. WABA's own limit is lower than WhatsApp's: 4,096 by one page, 1,024 by
 * another. Which of the two a channel is a message does not say, so the vendor has the last word there. Viber's is on no record.
 */
export const textLimits: Record<ChatType, number> = {
  whatsapp: 10_000,
  whatsgroup: 10_000,
  instagram: 1_000,
  telegram: 4_096,
  telegroup: 4_096,
  viber: Number.POSITIVE_INFINITY,
  vk: 1_000,
  avito: 1_000,
  max: 4_096,
  maxgroup: 4_096,
}
