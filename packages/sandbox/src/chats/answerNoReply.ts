import * as z from 'zod'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { markAnswered } from '../store/entities/answered.ts'
import type { WindowAnswer } from './events.ts'
import { answer, parseRequest, type WindowRequest } from './windowRequest.ts'

const noReplyRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

/** "No reply needed": what came in waits for no answer any more. */
export function answerNoReply(request: WindowRequest): Promise<WindowAnswer<null>> {
  return answer(async () => {
    await markAnswered(request.store, await parseRequest(request, noReplyRequest))
    return null
  })
}
