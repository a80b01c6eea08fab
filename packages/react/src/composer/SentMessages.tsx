import type { ComposerItem } from '@crm-chat/core/composer'
import type { DeliveryStatus } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useWords } from '../conversation/ConversationContext.ts'
import { MessageContent } from '../conversation/content/MessageContent.tsx'
import { explain, fill, formatTime } from '../conversation/format.ts'
import { Icon } from '../conversation/Icon.tsx'
import { isolate } from '../conversation/isolate.ts'
import { DeliveryTicks } from '../conversation/log/DeliveryTicks.tsx'
import { FailureLine } from '../conversation/log/FailureLine.tsx'
import { useComposerActions, useComposerWords } from './ComposerContext.ts'

/** Messages that were sent from here, the newest first, with what became of each. */
export function SentMessages({ items }: { items: readonly ComposerItem[] }): ReactNode {
  const words = useComposerWords()
  if (items.length === 0) return null
  return (
    <section aria-label={words.sentFromHere} className="cc-sent">
      <ul className="cc-sent-list">
        {items.toReversed().map((item) => (
          <li key={item.clientMessageId} className="cc-sent-item">
            <SentMessage item={item} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function SentMessage({ item }: { item: ComposerItem }): ReactNode {
  const words = useComposerWords()
  const shared = useWords()
  const { content, preview, sentAt, recipient, status, progress } = item
  const isAccepted = item.messageIds.length > 0
  return (
    <>
      <article className="cc-message" data-own data-starts data-ends>
        {content.file && (
          <p className="cc-note">
            <Icon name="document" size={16} />
            <span className="cc-cut">{content.file.name}</span>
          </p>
        )}
        {(content.text !== undefined || preview) && (
          <MessageContent message={{ text: content.text ?? null, ...preview }} />
        )}
      </article>
      {progress !== null && status === 'sending' && (
        <progress value={progress} max={1} aria-label={content.file?.name} className="cc-sent-progress" />
      )}
      <p role="status" className="cc-sent-foot">
        <bdi>{fill(words.toName, { name: isolate(recipient.label, words) })}</bdi>
        <time dateTime={new Date(sentAt).toISOString()}>{formatTime(sentAt, shared)}</time>
        <Delivery item={item} />
      </p>
      {(status === 'failed' || status === 'unconfirmed') && <Failure item={item} isAccepted={isAccepted} />}
    </>
  )
}

/** The delivery in a word beside its ticks. */
function Delivery({ item: { status, progress } }: { item: ComposerItem }): ReactNode {
  const words = useComposerWords()
  const shared = useWords()
  if (status === 'failed' || status === 'unconfirmed') return null
  if (status === 'sending') {
    if (progress === null || progress >= 1) return <State name={shared.sending} status="pending" />
    const percent = new Intl.NumberFormat(shared.lang, { style: 'percent' }).format(progress)
    return <State name={fill(words.uploading, { percent })} status="pending" />
  }
  const names = { pending: words.queued, sent: shared.sent, delivered: shared.delivered, read: shared.read }
  return <State name={names[status]} status={status} />
}

function State({ name, status }: { name: string; status: DeliveryStatus }): ReactNode {
  return (
    <span className="cc-sent-state">
      <span aria-hidden="true">
        <DeliveryTicks status={status} />
      </span>
      {name}
    </span>
  )
}

function Failure({ item, isAccepted }: { item: ComposerItem; isAccepted: boolean }): ReactNode {
  const { retry, discard } = useComposerActions()
  const words = useComposerWords()
  const shared = useWords()
  const isUnconfirmed = item.status === 'unconfirmed'
  const phrase = isAccepted ? shared.notDeliveredBecause : isUnconfirmed ? shared.unconfirmed : shared.notSentBecause
  const reason = isAccepted
    ? ((item.code && shared.failures[item.code]) ?? item.detail ?? item.code ?? shared.noReason)
    : explain(item, shared)
  return (
    <FailureLine role="alert" reason={fill(phrase, { reason })}>
      {!isAccepted && (
        <button type="button" onClick={() => retry(item)} className="cc-strong-link">
          {isUnconfirmed ? shared.sendAgain : shared.tryToSend}
        </button>
      )}
      <button type="button" onClick={() => discard(item)} className="cc-quiet-link">
        {isAccepted ? words.hide : shared.discard}
      </button>
    </FailureLine>
  )
}
