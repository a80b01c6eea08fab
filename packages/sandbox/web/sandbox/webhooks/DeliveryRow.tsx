import { useMutation } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import type { Delivery } from '../../../src/webhooks/delivery.ts'
import { formatSeconds } from '../../format/formatTime.ts'
import { callControl } from '../control/callControl.ts'
import { Button } from '../shell/Button.tsx'
import { Json } from '../shell/Json.tsx'
import { Problem } from '../shell/Problem.tsx'
import { Row } from '../shell/Row.tsx'
import { Tag } from '../shell/Tag.tsx'

/** One webhook: where it went and what the CRM answered; opened, all of it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const [isOpen, setIsOpen] = useState(false)
  const replay = useMutation({ mutationFn: () => callControl(`POST /webhooks/${delivery.deliveryId}/replay`) })
  const { status, event, vendor, url, createdAt, attempts, fault, replayOf } = delivery
  return (
    <Row
      isOpen={isOpen}
      onToggle={() => setIsOpen(!isOpen)}
      summary={
        <>
          <Tag tone={tones[status]}>{attempts.at(-1)?.status ?? status}</Tag>
          <span className="min-w-0 grow">
            <span className="block truncate font-semibold">{event}</span>
            <span className="block truncate text-xs text-muted">
              {vendor} · {status}
              {fault ? ` · ${fault} by a fault` : ''}
              {replayOf ? ' · replayed' : ''} · {url}
            </span>
          </span>
          <time className="shrink-0 text-xs text-muted tabular-nums" dateTime={new Date(createdAt).toISOString()}>
            {formatSeconds(createdAt)}
          </time>
        </>
      }
    >
      <div className="flex justify-end">
        <Button disabled={replay.isPending} onClick={() => replay.mutate()}>
          <RotateCw aria-hidden="true" className="size-3.5" />
          Replay
        </Button>
      </div>
      <Problem error={replay.error} />
      <Json title="Body" value={parse(delivery.body)} />
      {attempts.length > 0 && <Json title="Attempts" value={attempts} />}
    </Row>
  )
}

const tones = { waiting: 'plain', held: 'fault', delivered: 'good', failed: 'bad', dropped: 'fault' } as const

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body // Shown as it is.
  }
}
