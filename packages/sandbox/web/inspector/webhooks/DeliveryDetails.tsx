import { useMutation } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import type { Delivery, DeliveryAttempt } from '../../../src/server/webhooks/delivery.ts'
import { Button } from '../../ui/Button.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { formatSeconds } from '../../ui/format/formatTime.ts'
import { Json } from '../../ui/Json.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { callControl } from '../control/callControl.ts'
import { toCurl } from '../requests/toCurl.ts'
import { toHash } from '../shell/useAddress.ts'

/** A webhook's outcome, body and attempts. */
export function DeliveryDetails({ delivery }: { delivery: Delivery }) {
  const { deliveryId, url, body, attempts, replayOf } = delivery
  const replay = useMutation({ mutationFn: () => callControl(`POST /webhooks/${deliveryId}/replay`) })
  return (
    <>
      <p className="wrap-anywhere">{explain(delivery)}</p>
      <div className="flex flex-wrap gap-2">
        <Button disabled={replay.isPending} onClick={() => replay.mutate()}>
          <RotateCw aria-hidden="true" className="size-3.5" />
          Replay
        </Button>
        <CopyButton label="Copy as curl" text={toCommand({ url, body })} />
        <CopyButton
          label="Copy link"
          text={new URL(toHash({ panel: 'webhooks', item: deliveryId }), location.href).href}
        />
      </div>
      <Problem error={replay.error} />
      {replayOf !== undefined && (
        <p>
          Replay of{' '}
          <a href={toHash({ panel: 'webhooks', item: replayOf })} className="font-medium text-accent underline">
            an earlier delivery
          </a>
          .
        </p>
      )}
      <Json title="Body" value={parse(body)} />
      {attempts.length > 0 && <Attempts attempts={attempts} />}
    </>
  )
}

function Attempts({ attempts }: { attempts: DeliveryAttempt[] }) {
  return (
    <table className="w-full text-left text-xs">
      <caption className="mb-1 text-left font-semibold text-muted">Attempts</caption>
      <thead className="text-muted">
        <tr>
          <th scope="col" className="w-24 py-1 font-medium">
            Time
          </th>
          <th scope="col" className="py-1 font-medium">
            Response
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-t border-line">
        {attempts.map(({ at, status, error }) => (
          <tr key={at}>
            <td className="py-1 tabular-nums">{formatSeconds(at)}</td>
            <td className="py-1 wrap-anywhere">{status ?? error ?? 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function explain({ status, url, attempts, fault }: Delivery): string {
  const last = attempts.at(-1)
  const outcome = last?.status === undefined ? `no response (${last?.error ?? ''})` : `response ${last.status}`
  switch (status) {
    case 'delivered':
      return `Delivered to ${url}: ${outcome}.`
    case 'failed':
      return `Not delivered to ${url}: ${outcome}.`
    case 'dropped':
      return 'Never sent: a fault dropped it.'
    case 'held':
      return `Held back by a fault (${fault}).`
    case 'waiting':
      return attempts.length === 0 ? `Queued for ${url}.` : `Will be retried: ${outcome}.`
  }
}

function toCommand({ url, body }: Pick<Delivery, 'url' | 'body'>): string {
  const { origin, pathname, search } = new URL(url)
  const headers = { 'content-type': 'application/json' }
  return toCurl({ method: 'POST', path: pathname + search, headers, body }, origin)
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body // Shown unparsed.
  }
}
