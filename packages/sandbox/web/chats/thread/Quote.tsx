import type { WindowMessage } from '../../../src/chats/events.ts'
import { describeMessage } from '../../ui/format/describeMessage.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** The message that another one answers to, in short. Pressed, it is shown where it was written. */
export function Quote({ quoted }: { quoted: WindowMessage | undefined }) {
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
