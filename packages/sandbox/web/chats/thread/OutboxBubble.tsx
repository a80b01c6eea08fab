import { Paperclip } from 'lucide-react'
import { formatTime } from '../../ui/format/formatTime.ts'
import { MessageContent } from '../../ui/message/MessageContent.tsx'
import type { OutboxItem } from '../session/chatsState.ts'
import { useSession } from '../session/SessionProvider.tsx'
import { bubbleShape } from './bubbleShape.ts'
import { DeliveryTicks } from './DeliveryTicks.tsx'
import { FailureLine } from './FailureLine.tsx'

/** A message that is being sent, or that could not be sent. */
export function OutboxBubble({ item }: { item: OutboxItem }) {
  const { content, preview, sentAt, status } = item
  const shown = { text: preview?.text ?? content.text ?? null, template: preview, buttons: preview?.buttons ?? null }
  return (
    <>
      <article className={bubbleShape({ isOurs: true, startsGroup: true, endsGroup: true })}>
        {content.file && (
          <p className="flex items-center gap-2 font-medium">
            <Paperclip aria-hidden="true" className="size-4 shrink-0" />
            <span className="truncate">{content.file.name}</span>
          </p>
        )}
        <MessageContent message={{ ...shown, content: preview?.file ?? null }} />
        <p className="mt-0.5 -mb-0.5 flex items-center justify-end gap-1 text-[11px] text-own-muted">
          <time dateTime={new Date(sentAt).toISOString()}>{formatTime(sentAt)}</time>
          {status === 'sending' && <DeliveryTicks status="sending" />}
        </p>
      </article>
      {status === 'failed' && <Failure item={item} />}
    </>
  )
}

function Failure({ item }: { item: OutboxItem }) {
  const { retry, discard } = useSession()
  return (
    <FailureLine role="alert" reason={`Not sent. ${item.reason}`}>
      <button type="button" onClick={() => retry(item)} className="h-8 px-1 font-semibold underline underline-offset-2">
        Retry
      </button>
      <button type="button" onClick={() => discard(item)} className="h-8 px-1 font-medium text-muted hover:text-ink">
        Delete
      </button>
    </FailureLine>
  )
}
