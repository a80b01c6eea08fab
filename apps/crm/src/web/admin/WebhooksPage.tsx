import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { showToast } from '../ui/toasts.ts'
import { useFormats, useWords } from '../words/speech.ts'
import { useRegisterWebhooks, webhooksQueryOptions } from './adminQueries.ts'

/** The CRM's side of the vendor's webhooks: their address, and what came last. */
export function WebhooksPage(): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const webhooks = useQuery(webhooksQueryOptions())
  const register = useRegisterWebhooks()
  if (webhooks.isPending) return <Skeleton className="h-12" count={4} label={words.loading} />
  if (!webhooks.data) {
    const text = toErrorText({ error: webhooks.error, words })
    return <Problem title={words.admin.webhooks.failed} text={text} onRetry={() => void webhooks.refetch()} />
  }
  const { isReceiving, address, registeredAt, problem, lastAt, eventCount } = webhooks.data
  const toTime = (time: number | null): string =>
    time === null
      ? words.admin.webhooks.never
      : words.listOf([formats.dateTime(time), formats.relative(time)].filter(Boolean))
  if (!isReceiving) return <p className="text-soft">{words.admin.webhooks.notReceiving}</p>
  return (
    <>
      <h2 className="font-semibold">{words.admin.webhooks.title}</h2>
      <dl className="mt-3 divide-y divide-line rounded-lg border border-line">
        <Row label={words.admin.webhooks.address}>
          {address === null ? (
            words.admin.webhooks.unknownAddress
          ) : (
            <>
              <code dir="ltr" className="wrap-anywhere">
                {address}
              </code>
              <span className="block text-[0.8125rem] text-soft">{words.admin.webhooks.addressHint}</span>
            </>
          )}
        </Row>
        <Row label={words.admin.webhooks.registeredAt}>{toTime(registeredAt)}</Row>
        <Row label={words.admin.webhooks.lastAt}>{toTime(lastAt)}</Row>
        <Row label={words.admin.webhooks.events}>{formats.number(eventCount)}</Row>
      </dl>
      {problem && (
        <p role="alert" className="mt-3 rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger">
          <span className="font-medium">{words.admin.webhooks.problem}</span> <bdi>{problem}</bdi>
        </p>
      )}
      {address !== null && (
        <Button
          className="mt-4"
          disabled={register.isPending}
          onClick={() =>
            register.mutate(undefined, {
              onSuccess: (after) => after.problem === null && showToast({ text: words.admin.webhooks.registered }),
              onError: (error) => showToast({ text: toErrorText({ error, words }), isProblem: true }),
            })
          }
        >
          {words.admin.webhooks.register}
        </Button>
      )}
    </>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className="grid gap-x-4 px-3.5 py-2.5 sm:grid-cols-[12rem_minmax(0,1fr)]">
      <dt className="text-soft">{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
