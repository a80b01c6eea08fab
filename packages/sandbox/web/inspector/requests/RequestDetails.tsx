import { useQuery } from '@tanstack/react-query'
import { Bug } from 'lucide-react'
import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Json } from '../../ui/Json.tsx'
import { LinkButton } from '../../ui/LinkButton.tsx'
import { Remark } from '../../ui/Remark.tsx'
import { toHash } from '../shell/useAddress.ts'
import { webhooksQueryOptions } from '../webhooks/webhookQueries.ts'
import { explainRequest } from './explainRequest.ts'
import { findCaused } from './findCaused.ts'
import { toCurl } from './toCurl.ts'

/** A request's explanation, body, response, headers, and the webhooks it triggered. */
export function RequestDetails({ request }: { request: JournalEntry }) {
  const { id, operation, verdict, headers, body, status, answer, ignoredFields, remark } = request
  const link = new URL(toHash({ panel: 'requests', item: id }), location.href).href
  return (
    <>
      <p className="wrap-anywhere">
        {explainRequest(request)}{' '}
        {verdict === 'fault' && (
          <a href={toHash({ panel: 'faults' })} className="font-medium text-accent underline">
            View the fault
          </a>
        )}
      </p>
      {remark !== null && <Remark text={remark} />}
      <div className="flex flex-wrap gap-2">
        <CopyButton label="Copy as curl" text={toCurl(request, location.origin)} />
        <CopyButton label="Copy link" text={link} />
        {operation !== null && (
          <LinkButton href={toHash({ panel: 'faults', item: operation })}>
            <Bug aria-hidden="true" className="size-3.5" />
            Add a fault
          </LinkButton>
        )}
      </div>
      <IgnoredFields fields={ignoredFields} />
      {body !== null && <Json title="Body" value={body} />}
      <Json title={status === null ? 'No response' : `Response ${status}`} value={answer} />
      <Caused request={request} />
      <Json title="Headers" value={headers} />
    </>
  )
}

/** Fields that the vendor does not know; they are often misspelt. */
function IgnoredFields({ fields }: { fields: string[] }) {
  if (fields.length === 0) return null
  return (
    <section aria-label="Unknown fields, ignored">
      <h3 className="mb-1 text-xs font-semibold text-muted">Unknown fields, ignored</h3>
      <ul className="flex flex-wrap gap-1.5">
        {fields.map((field) => (
          <li key={field} className="rounded-lg bg-warn px-2 py-1 font-mono text-xs wrap-anywhere text-warn-ink">
            {field}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Caused({ request }: { request: JournalEntry }) {
  const { data } = useQuery(webhooksQueryOptions())
  const caused = findCaused(request, data?.deliveries ?? [])
  if (caused.length === 0) return null
  return (
    <section aria-label="Webhooks triggered by this request">
      <h3 className="mb-1 text-xs font-semibold text-muted">Webhooks triggered by this request</h3>
      <div className="flex flex-wrap gap-1.5">
        {caused.map(({ deliveryId, event, vendor, status }) => (
          <a
            key={deliveryId}
            href={toHash({ panel: 'webhooks', item: deliveryId })}
            className="rounded-lg border border-line px-2 py-1 text-xs hover:bg-hover"
          >
            <span className="font-medium">{event}</span>{' '}
            <span className="text-muted">
              {vendor} · {status}
            </span>
          </a>
        ))}
      </div>
    </section>
  )
}
