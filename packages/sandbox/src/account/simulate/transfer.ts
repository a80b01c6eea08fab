import * as z from 'zod'
import { chatSchema } from '../../store/chatTypes.ts'
import { saveTransfer } from '../../vendors/whatomate/agentTransfers.ts'
import type { Transfer } from '../../vendors/whatomate/changes.ts'
import type { Simulation } from './simulation.ts'

const schema = z.intersection(
  chatSchema.refine(({ chatType }) => chatType === 'whatsapp', 'Whatomate has WhatsApp chats only.'),
  z.object({
    change: z.enum(['created', 'assigned', 'resumed']),
    /** The agent who takes it over. */
    agentId: z.string().min(1).max(100).optional(),
  }),
)

/** A transfer of a conversation: handed to a person, taken over by one, or given back to the bot. */
export type SimulatedTransfer = z.input<typeof schema>

/** Whatomate's bot hands a conversation to a person, or a person takes it over or gives it back. */
export const transfer: Simulation<typeof schema, Transfer> = {
  schema,
  async run({ store }, { chatId, change, agentId = null }) {
    const made = { phone: chatId, change, agentId }
    await saveTransfer(store, made)
    store.changes.publish({ kind: 'transfer', transfer: made })
    return made
  },
}
