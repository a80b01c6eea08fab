import { describeMessage } from '../../ui/format/describeMessage.ts'
import type { Message } from '../session/conversation.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** The quoted message in short. Clicking it scrolls to the message. */
export function Quote({ quoted }: { quoted: Message | undefined }) {
  const { openMessage } = useSession()
  const look = 'my-1 border-l-2 border-accent pl-2.5 text-[13px] text-current/75'
  if (!quoted) return <blockquote className={look}>An earlier message</blockquote>
  return (
    <blockquote className={look}>
      <button
        type="button"
        dir="auto"
        title="Go to this message"
        onClick={() => openMessage(quoted, '')}
        className="line-clamp-2 max-w-full text-left wrap-anywhere hover:text-current"
      >
        {describeMessage(quoted)}
      </button>
    </blockquote>
  )
}
