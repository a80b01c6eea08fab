import type { OutboxItem } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useActions, useWords } from '../ConversationContext.ts'
import { MessageContent } from '../content/MessageContent.tsx'
import { explain, fill, formatTime } from '../format.ts'
import { Icon } from '../Icon.tsx'
import { DeliveryTicks } from './DeliveryTicks.tsx'
import { FailureLine } from './FailureLine.tsx'

/** A message that is being sent, or that could not be sent. */
export function OutboxBubble({ item }: { item: OutboxItem }): ReactNode {
  const words = useWords()
  const { content, preview, sentAt, status } = item
  return (
    <>
      <article data-own data-starts data-ends data-new className="cc-message">
        {content.file && (
          <p className="cc-note">
            <Icon name="document" size={16} />
            <span className="cc-cut">{content.file.name}</span>
          </p>
        )}
        {(content.text !== undefined || preview) && (
          <MessageContent message={{ text: content.text ?? null, ...preview }} />
        )}
        <p className="cc-message-foot">
          <time dateTime={new Date(sentAt).toISOString()}>{formatTime(sentAt, words)}</time>
          {status === 'sending' && <DeliveryTicks status="pending" />}
        </p>
      </article>
      {status !== 'sending' && <Failure item={item} />}
    </>
  )
}

function Failure({ item }: { item: OutboxItem }): ReactNode {
  const { retry, discard } = useActions()
  const words = useWords()
  const isUnconfirmed = item.status === 'unconfirmed'
  const phrase = isUnconfirmed ? words.unconfirmed : words.notSentBecause
  return (
    <FailureLine role="alert" reason={fill(phrase, { reason: explain(item, words) })}>
      <button type="button" onClick={() => retry(item)} className="cc-strong-link">
        {isUnconfirmed ? words.sendAgain : words.tryToSend}
      </button>
      <button type="button" onClick={() => discard(item)} className="cc-quiet-link">
        {words.discard}
      </button>
    </FailureLine>
  )
}
