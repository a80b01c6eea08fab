import * as z from 'zod'
import { deleteMessage, editMessage } from '../../store/entities/messageChanges.ts'
import { InvalidOptionError } from '../../store/errors.ts'
import type { Message } from '../../store/schema.ts'
import type { Simulation } from './simulation.ts'

const messageId = z.string().min(1).max(100)
const editSchema = z.object({ messageId, text: z.string().trim().min(1).max(10_000) })
const removalSchema = z.object({ messageId })

/** A message and its new text. */
export type SimulatedEdit = z.input<typeof editSchema>
/** A message to delete. */
export type SimulatedRemoval = z.input<typeof removalSchema>

/** The author of a message, customer or company, edits it on the phone. */
export const edit: Simulation<typeof editSchema, { messageId: string }> = {
  schema: editSchema,
  run: async ({ store }, change) => toResult(await editMessage(store, { ...change, via: 'messenger' })),
}

/** The author of a message, customer or company, deletes it on the phone. */
export const remove: Simulation<typeof removalSchema, { messageId: string }> = {
  schema: removalSchema,
  run: async ({ store }, { messageId: removed }) => toResult(await deleteMessage(store, removed)),
}

function toResult(message: Message | undefined): { messageId: string } {
  if (!message) throw new InvalidOptionError('There is no message with this messageId.')
  return { messageId: message.messageId }
}
