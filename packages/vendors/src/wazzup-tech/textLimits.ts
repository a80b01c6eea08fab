import type { ChatType } from './chats.ts'

/**
 * Characters a text may have in a messenger. `whatsapp` stands for WABA too, whose own limit is lower (1,024): which of
 * the two a channel is, a message does not say. Viber's limit is on no record.
 */
export const textLimits: Record<ChatType, number> = {
  whatsapp: 10_000,
  whatsgroup: 10_000,
  viber: Number.POSITIVE_INFINITY,
  instagram: 1_000,
  telegram: 4_096,
  telegroup: 4_096,
  vk: 1_000,
  avito: 1_000,
  max: 4_096,
  maxgroup: 4_096,
}
