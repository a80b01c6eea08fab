import { useQuery } from '@tanstack/react-query'
import { CirclePause, Play, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RejectedRecord, Sync, SyncProgress } from '../../api/sync.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Pill } from '../ui/Pill.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import { syncQueryOptions, useRunSync } from './adminQueries.ts'

/** The sync of users, contacts and deals to the vendor: its progress, and what the vendor did not take. */
export function SyncPage(): ReactNode {
  const words = useWords()
  const sync = useQuery(syncQueryOptions())
  const run = useRunSync()
  if (sync.isPending) return <Skeleton className="h-20" count={3} label={words.loading} />
  if (sync.isError && sync.data === undefined) {
    const text = toErrorText({ error: sync.error, words })
    return <Problem title={words.admin.sync.failed} text={text} onRetry={() => void sync.refetch()} />
  }
  const status = sync.data?.status
  const canResume = status === 'stopped' || status === 'failed'
  return (
    <>
      <div className="flex flex-wrap items-start gap-3">
        <div className="min-w-60 flex-1">
          <h2 className="font-semibold">{words.admin.sync.title}</h2>
          <p className="mt-0.5 text-soft">{words.admin.sync.about}</p>
        </div>
        {status === 'running' ? (
          <Button disabled={run.isPending} onClick={() => run.mutate('DELETE')}>
            <CirclePause aria-hidden className="size-4" />
            {words.admin.sync.stop}
          </Button>
        ) : (
          <Button look="primary" disabled={run.isPending} onClick={() => run.mutate('POST')}>
            <Play aria-hidden className="size-4 rtl:-scale-x-100" />
            {canResume ? words.admin.sync.resume : words.admin.sync.start}
          </Button>
        )}
      </div>
      <p role="alert" className="text-danger">
        {run.error && toErrorText({ error: run.error, words })}
      </p>
      {sync.data ? <SyncState sync={sync.data} /> : <EmptyState icon={RefreshCw} title={words.admin.sync.none} />}
    </>
  )
}

function SyncState({ sync: { status, startedAt, endedAt, progress, rejected, problem } }: { sync: Sync }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  return (
    <>
      <div className="mt-5 flex flex-wrap items-center gap-2 text-soft">
        <span role="status">
          <Pill tone={tones[status]}>{words.admin.sync.status[status]}</Pill>
        </span>
        <span>{words.admin.sync.startedAt(formats.dateTime(startedAt))}</span>
        {endedAt !== null && <span>{words.admin.sync.endedAt(formats.dateTime(endedAt))}</span>}
      </div>
      {problem && <p className="mt-2 rounded-lg bg-danger-soft px-3.5 py-2.5 text-danger">{problem}</p>}
      <ul className="mt-4 flex flex-col gap-4">
        {progress.map((each) => (
          <KindProgress key={each.kind} progress={each} />
        ))}
      </ul>
      {rejected.length > 0 && <RejectedRecords records={rejected} />}
    </>
  )
}

const tones = { running: 'warning', stopped: 'quiet', failed: 'danger', done: 'accent' } as const

function KindProgress({ progress: { kind, total, done, rejected } }: { progress: SyncProgress }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const label = words.admin.sync.kinds[kind]
  return (
    <li>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3">
        <span className="font-medium">{label}</span>
        <span className="text-soft tabular-nums">
          {words.admin.sync.progress({ done: formats.number(done), total: formats.number(total) })}
        </span>
        {rejected > 0 && <span className="text-danger tabular-nums">{words.admin.sync.rejected(rejected)}</span>}
      </div>
      <progress
        aria-label={label}
        max={Math.max(total, 1)}
        value={total === 0 ? 1 : done}
        className="block h-2 w-full appearance-none overflow-hidden rounded-full bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent [&::-webkit-progress-value]:transition-all"
      />
    </li>
  )
}

function RejectedRecords({ records }: { records: readonly RejectedRecord[] }): ReactNode {
  const words = useWords()
  return (
    <div className="mt-6 overflow-x-auto">
      <table className="w-full">
        <caption className="pb-2 text-start font-semibold">{words.admin.sync.rejectedTitle}</caption>
        <thead className="border-y border-line text-start text-xs text-soft">
          <tr>
            <th scope="col" className="py-2 pe-4 text-start font-medium">
              {words.admin.sync.record}
            </th>
            <th scope="col" className="py-2 text-start font-medium">
              {words.admin.sync.reason}
            </th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ kind, id, name, reason }) => (
            <tr key={`${kind} ${id}`} className="border-b border-line align-top">
              <td className="py-2 pe-4">
                <span className="me-2 text-soft">{words.admin.sync.kinds[kind]}</span>
                <bdi>{name}</bdi>
              </td>
              <td className="py-2" dir="auto">
                {reason}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
