import { CircleAlert } from 'lucide-react'
import type { WindowMessage } from '../../../src/chats/events.ts'
import { describeFailure } from '../../format/describeFailure.ts'
import { useSession } from '../session/SessionProvider.tsx'

/** Says why the messenger did not take a message. A text can be sent again, as a new message. */
export function MessageFailure({ message }: { message: WindowMessage }) {
  const { send } = useSession()
  const { text, content, template } = message
  const again = text !== null && content === null && template === null
  return (
    <div role="status" className="mt-1 flex flex-wrap items-center justify-end gap-x-2 text-[13px] text-alert-ink">
      <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
      <span className="wrap-anywhere">Not delivered. {describeFailure(message.failure)}</span>
      {again && (
        <button
          type="button"
          onClick={() => send(message, { text, channelId: message.channelId })}
          className="h-8 px-1 font-semibold underline underline-offset-2"
        >
          Send again
        </button>
      )}
    </div>
  )
}
