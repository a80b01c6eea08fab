import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { describeFailure } from '../../ui/format/describeFailure.ts'
import type { Message } from '../session/conversation.ts'
import { useSession } from '../session/SessionProvider.tsx'

interface FailureLineProps {
  /** `alert` is announced at once, `status` politely. */
  role: 'alert' | 'status'
  reason: string
  /** Buttons that help. */
  children?: ReactNode
}

/** The reason a message was not sent or delivered, shown below it. */
export function FailureLine({ role, reason, children }: FailureLineProps) {
  return (
    <div
      role={role}
      className="mt-1 flex max-w-[85%] flex-wrap items-center justify-end gap-x-2 self-end text-[13px] text-alert-ink"
    >
      <span className="flex gap-1.5">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
        <span className="wrap-anywhere">{reason}</span>
      </span>
      {children}
    </div>
  )
}

/** The reason a messenger did not deliver a message. A plain text can be sent again, as a new message. */
export function MessageFailure({ message }: { message: Message }) {
  const { send } = useSession()
  const { text, content, template } = message
  const canResend = text !== null && content === null && template === null
  return (
    <FailureLine role="status" reason={`Not delivered. ${describeFailure(message.failure)}`}>
      {canResend && (
        <button
          type="button"
          onClick={() => send(message, { text, channelId: message.channelId })}
          className="h-8 px-1 font-semibold underline underline-offset-2"
        >
          Send again
        </button>
      )}
    </FailureLine>
  )
}
