import * as z from 'zod'
import type { Sandbox } from '../src/index.ts'
import { callSandbox } from './callSandbox.ts'

const messagesSchema = z.object({
  messages: z.array(
    z.looseObject({
      messageId: z.string(),
      direction: z.string(),
      text: z.string().nullable(),
      content: z.string().nullable(),
      status: z.string(),
      author: z.string().nullable(),
    }),
  ),
})

/** Returns the messages on the customer's phone. */
export async function getMessages(sandbox: Sandbox, { chatType, chatId }: { chatType: string; chatId: string }) {
  const query = new URLSearchParams({ chatType, chatId })
  const { json } = await callSandbox(sandbox, `GET /_sandbox/messages?${query}`)
  return messagesSchema.parse(json).messages
}
