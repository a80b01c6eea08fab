import * as z from 'zod'
import { chatSchema } from '../../store/chatTypes.ts'
import { addReply } from '../../store/entities/addReply.ts'
import { addFile, uploadSchema } from '../../store/entities/files.ts'
import { chooseChannel } from './channels.ts'
import type { SimulatedMessageResult } from './message.ts'
import type { Simulation } from './simulation.ts'

const schema = z.intersection(
  chatSchema,
  z
    .object({
      text: z.string().trim().min(1).max(10_000).optional(),
      /** A small file, stored by the sandbox. */
      file: uploadSchema.optional(),
      refMessageId: z.string().max(100).optional(),
      channelId: z.string().max(100).optional(),
      /** A user who writes in the vendor's chats page. @default nobody: the company writes on its phone */
      author: z.object({ id: z.string().min(1).max(200), name: z.string().min(1).max(200) }).optional(),
    })
    .refine(({ text, file }) => text ?? file, 'Give text or file.'),
)

/** A message the company writes on its own phone, or a user in the vendor's chats page. */
export type SimulatedReply = z.input<typeof schema>

/** The company writes on the phone that is connected as a channel, or its user in the vendor's chats page. */
export const reply: Simulation<typeof schema, SimulatedMessageResult> = {
  schema,
  async run({ store, origin }, { file, author, ...message }) {
    const { channelId } = await chooseChannel(store.database, message)
    const content = file && origin() + (await addFile(store, file))
    const { messageId } = await addReply(store, {
      ...message,
      content,
      channelId,
      ...(author ? { author, source: 'window' } : { source: 'phone' }),
    })
    return { messageId, chatType: message.chatType, chatId: message.chatId }
  },
}
