import * as z from 'zod'
import { chatSchema } from '../../store/chatTypes.ts'
import { saveTransfer } from '../../vendors/whatomate/agentTransfers.ts'
import type { Transfer } from '../../vendors/whatomate/changes.ts'
import type { Simulation } from './simulation.ts'

const schema = z.intersection(
  chatSchema.refine(({ chatType }) => chatType === 'whatsapp', 'Whatomate has WhatsApp chats only.'),
  z.object({
    change: z.enum(['created', 'assigned', 'resumed']),
    /** Who takes it over. */
    agentId: z.string().min(1).max(100).optional(),
  }),
)

/** What happens to a conversation: it is to be taken over by a person, is taken over, or goes back to the bot. */
export type SimulatedTransfer = z.input<typeof schema>

/** Whatomate's bot hands a conversation to a person, a person takes it, or gives it back. */
export const transfer: Simulation<typeof schema, Transfer> = {
  schema,
  async run({ store }, { chatId, change, agentId = null }) {
    const made = { phone: chatId, change, agentId }
    await saveTransfer(store, made)
    store.changes.publish({ kind: 'transfer', transfer: made })
    return made
  },
}
