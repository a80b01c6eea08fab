import * as z from 'zod'
import { enveloped, textOrNoneSchema } from './envelope.ts'
import type { MessageStatus } from './message.ts'

/** A message the server has accepted. It is sent later: `status_update` on the live socket reports the outcome. */
export interface SentMessage {
  id: string
  /** `pending` from a server, `sent` in its older documents. */
  status: MessageStatus | (string & Record<never, never>)
  /** WhatsApp's id, where it is already known. */
  wamid: string | undefined
  created_at: string | undefined
  /** Reason why it will not be sent. */
  error_message: string | undefined
  /** Of a template, where the server repeats it. */
  phone_number: string | undefined
  /** Of a template, where the server repeats it. */
  template_name: string | undefined
}

const wireSchema = z.looseObject({
  id: textOrNoneSchema,
  message_id: textOrNoneSchema,
  status: z.string().min(1),
  wamid: textOrNoneSchema,
  wa_message_id: textOrNoneSchema,
  created_at: textOrNoneSchema,
  timestamp: textOrNoneSchema,
  error_message: textOrNoneSchema,
  phone_number: textOrNoneSchema,
  template_name: textOrNoneSchema,
})

/** Response of every send: a whole message from a server, four fields in its documents. */
export const sentMessageAnswerSchema: z.ZodType<SentMessage> = enveloped(
  wireSchema
    .transform(({ id, message_id, wamid, wa_message_id, created_at, timestamp, ...wire }) => ({
      id: id ?? message_id ?? '',
      status: wire.status,
      wamid: wamid ?? wa_message_id,
      created_at: created_at ?? timestamp,
      error_message: wire.error_message,
      phone_number: wire.phone_number,
      template_name: wire.template_name,
    }))
    .refine((message) => message.id !== '', { path: ['id'], message: 'has neither id nor message_id' }),
)
