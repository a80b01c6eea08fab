import * as z from 'zod'
import { getMessage } from '../../store/entities/messages.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import { getExtras, saveExtras } from '../../vendors/whatomate/messageExtras.ts'
import type { Simulation } from './simulation.ts'

const schema = z.object({
  messageId: z.string().min(1).max(100),
  /** Null takes the reaction back. */
  emoji: z.string().min(1).max(32).nullable(),
})

/** A customer's reaction to a message. */
export type SimulatedReaction = z.input<typeof schema>

/** The customer reacts to a message in WhatsApp, which Whatomate alone tells. */
export const reaction: Simulation<typeof schema, { messageId: string; reactions: string[] }> = {
  schema,
  async run({ store }, { messageId, emoji }) {
    const { database, changes } = store
    const message = await getMessage(database, messageId)
    if (message?.chatType !== 'whatsapp')
      throw new InvalidOptionError('There is no message in WhatsApp with this messageId.')
    const before = (await getExtras(database, messageId))?.reactions ?? []
    const others = before.filter(({ from_phone }) => from_phone === undefined)
    const reactions = emoji === null ? others : [...others, { emoji, from_phone: message.chatId }]
    await saveExtras(database, { messageId, reactions })
    changes.publish({ kind: 'reactions', messageId })
    return { messageId, reactions: reactions.map((one) => one.emoji) }
  },
}
