import type { WebhooksResponse } from './webhookQueries.ts'

/** The webhook addresses the CRM registered. */
export function Endpoints({ endpoints }: Pick<WebhooksResponse, 'endpoints'>) {
  return (
    <section aria-label="Registered addresses" className="mb-3 rounded-xl border border-line bg-surface px-3 py-2">
      <h3 className="text-xs font-semibold text-muted">Registered addresses</h3>
      <dl className="mt-1 grid gap-x-3 gap-y-1 text-[13px] wide:grid-cols-[auto_1fr]">
        {endpoints.map(({ endpointId, vendor, url, events }) => (
          <div key={endpointId} className="contents">
            <dt className="font-medium">{vendor}</dt>
            <dd className="min-w-0 wrap-anywhere max-wide:mb-1">
              <span className="font-mono text-xs">{url}</span>{' '}
              <span className="text-muted">{events.length > 0 ? events.join(', ') : 'no events'}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
