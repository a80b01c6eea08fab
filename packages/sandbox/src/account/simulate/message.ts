import * as z from 'zod'
import { chatSchema } from '../../store/chatTypes.ts'
import { addIncoming } from '../../store/entities/addIncoming.ts'
import { addFile, uploadSchema } from '../../store/entities/files.ts'
import { messageKinds } from '../../store/schema.ts'
import { chooseChannel } from './channels.ts'
import type { Simulation } from './simulation.ts'

const schema = z.intersection(
  chatSchema,
  z
    .object({
      /** A location and a contact are described by the text; the others have none. */
      kind: z.enum(messageKinds).optional(),
      text: z.string().trim().min(1).max(10_000).optional(),
      /** Link to a file stored elsewhere; it is saved and never followed. */
      content: z
        .url({ protocol: /^https?$/ })
        .max(2_000)
        .optional(),
      /** A small file, stored by the sandbox. */
      file: uploadSchema.optional(),
      refMessageId: z.string().max(100).optional(),
      /** The company's channel it comes in through. @default that of the last message, else the messenger's first active one */
      channelId: z.string().max(100).optional(),
      name: z.string().max(200).optional(),
    })
    .refine(({ kind, text, content, file }) => kind ?? text ?? content ?? file, 'Give text, content, file or kind.')
    .refine(({ kind, content, file }) => !kind || !(content ?? file), 'Give a file or kind, not both.')
    .refine(
      ({ kind, text }) => kind === undefined || (kind === 'location' || kind === 'contact') === (text !== undefined),
      'Give the text of a location or contact, and none of another kind.',
    )
    .refine(({ content, file }) => !(content && file), 'Give content or file, not both.'),
)

/** A customer's message: text, a link to a file as `content`, a small file, or one of another `kind`. */
export type SimulatedMessage = z.input<typeof schema>

/** Result of a simulated message, from a customer or from the company's phone. */
export interface SimulatedMessageResult {
  messageId: string
  chatType: string
  chatId: string
}

/** A customer writes. */
export const message: Simulation<typeof schema, SimulatedMessageResult> = {
  schema,
  async run({ store, origin }, { file, ...fields }) {
    const { chatType, chatId } = fields
    const { channelId } = await chooseChannel(store.database, fields)
    const content = file ? origin() + (await addFile(store, file)) : fields.content
    const { messageId } = await addIncoming(store, { ...fields, content, channelId })
    return { messageId, chatType, chatId }
  },
}
