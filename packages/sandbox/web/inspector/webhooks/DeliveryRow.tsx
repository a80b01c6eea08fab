import type { Delivery } from '../../../src/server/webhooks/delivery.ts'
import { ExpandableRow } from '../../ui/ExpandableRow.tsx'
import { formatSeconds } from '../../ui/format/formatTime.ts'
import { Tag } from '../../ui/Tag.tsx'
import { DeliveryDetails } from './DeliveryDetails.tsx'

interface DeliveryRowProps {
  delivery: Delivery
  isOpen: boolean
  onToggle: () => void
}

/** A webhook in one line, expandable to its details. */
export function DeliveryRow({ delivery, isOpen, onToggle }: DeliveryRowProps) {
  const { status, event, vendor, url, createdAt, attempts, fault, replayOf, body } = delivery
  return (
    <ExpandableRow
      isOpen={isOpen}
      onToggle={onToggle}
      summary={
        <>
          <Tag tone={tones[status]}>{attempts.at(-1)?.status ?? status}</Tag>
          <span className="min-w-0 grow">
            <span className="block truncate">
              <span className="font-semibold">{event}</span> <span className="text-muted">{summarize(body)}</span>
            </span>
            <span className="block truncate text-xs text-muted">
              {vendor} · {status}
              {fault ? ` · ${fault} by a fault` : ''}
              {replayOf ? ' · replayed' : ''}
              {attempts.length > 1 ? ` · ${attempts.length} attempts` : ''} · {url}
            </span>
          </span>
          <time className="shrink-0 text-xs text-muted tabular-nums" dateTime={new Date(createdAt).toISOString()}>
            {formatSeconds(createdAt)}
          </time>
        </>
      }
    >
      <DeliveryDetails delivery={delivery} />
    </ExpandableRow>
  )
}

/** Summarizes a webhook's body: its text, status, state or name. */
function summarize(body: string): string {
  for (const name of ['text', 'status', 'state', 'name']) {
    const found = new RegExp(`"${name}":\\s*("(?:[^"\\\\]|\\\\.)*")`).exec(body)?.[1]
    if (found !== undefined && found !== '""') return JSON.parse(found)
  }
  return ''
}

const tones = { waiting: 'plain', held: 'fault', delivered: 'good', failed: 'bad', dropped: 'fault' } as const
