import type { WindowMessage } from '../../../src/chats/events.ts'
import { describeMessage } from '../../format/describeMessage.ts'

/** The message that another one answers to, in short. */
export function Quote({ messageId, messages }: { messageId: string; messages: WindowMessage[] }) {
  const quoted = messages.find((message) => message.messageId === messageId)
  return (
    <blockquote className="my-1 border-l-2 border-accent pl-2.5 text-[13px] text-current/75">
      <p className="line-clamp-2 wrap-anywhere">{quoted ? describeMessage(quoted) : 'An earlier message'}</p>
    </blockquote>
  )
}
