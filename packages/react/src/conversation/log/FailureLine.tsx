import { type ConversationMessage, isAllowed } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useActions, useConversationState, useWords } from '../ConversationContext.ts'
import { fill } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { isolate } from '../isolate.ts'

interface FailureLineProps {
  /** `alert` is announced at once, `status` politely. */
  role: 'alert' | 'status'
  reason: string
  /** Buttons that help. */
  children?: ReactNode
}

/** The reason a message was not sent or delivered, shown below it. */
export function FailureLine({ role, reason, children }: FailureLineProps): ReactNode {
  return (
    <div role={role} className="cc-undelivered">
      <span className="cc-undelivered-reason">
        <Icon name="alert" size={16} />
        <span className="cc-any-break">{reason}</span>
      </span>
      {children}
    </div>
  )
}

/** The reason a messenger did not deliver a message. A plain text can be sent again, as a new message. */
export function MessageFailure({ message }: { message: ConversationMessage }): ReactNode {
  const { send } = useActions()
  const words = useWords()
  const canSend = useConversationState((state) => isAllowed(state, 'send'))
  const { text, file, template, failure, explanation, channelId } = message
  const known = failure && words.failures[failure]
  const reason = known || isolate(explanation ?? failure, words) || words.noReason
  const canResend = canSend && text !== null && file === null && template === null
  return (
    <FailureLine role="status" reason={fill(words.notDeliveredBecause, { reason })}>
      {canResend && (
        <button
          type="button"
          onClick={() => send({ text, ...(channelId === null ? {} : { channelId }) })}
          className="cc-strong-link"
        >
          {words.sendAgain}
        </button>
      )}
    </FailureLine>
  )
}
