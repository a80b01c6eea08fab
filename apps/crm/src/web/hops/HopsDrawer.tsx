import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import type { HopRequest } from '../../api/hop.ts'
import { toErrorText } from '../requests/toErrorText.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Problem } from '../ui/Problem.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useFormats, useWords } from '../words/speech.ts'
import { HopRequestView } from './HopRequestView.tsx'
import { hopsQueryOptions } from './hopsQueryOptions.ts'
import { toggleHops } from './hopsState.ts'
import { type LiveHop, useLiveHops } from './useLiveHops.ts'

/** The latest requests to the chat proxy with each of their hops, and what came over the live stream. */
export function HopsDrawer(): ReactNode {
  const words = useWords()
  const id = useId()
  const requests = useQuery(hopsQueryOptions())
  const live = useLiveHops()
  const entries = [...(requests.data ?? []).map(toRequestEntry), ...live.map(toLiveEntry)].sort((a, b) => b.at - a.at)
  return (
    <aside
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && toggleHops()}
      className="fixed inset-y-0 end-0 z-20 flex w-[min(26rem,100vw)] flex-col border-s border-line bg-raised shadow-float"
    >
      <header className="flex items-start gap-2 border-b border-line px-4 py-3">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="font-semibold">
            {words.hops.title}
          </h2>
          <p className="text-[0.8125rem] text-soft">{words.hops.about}</p>
        </div>
        <IconButton autoFocus icon={X} label={words.close} onClick={toggleHops} className="-me-1.5" />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        {requests.isPending && <Skeleton className="h-20" count={3} label={words.loading} />}
        {requests.isError && !requests.data && (
          <Problem title={words.hops.failed} text={toErrorText({ error: requests.error, words })} />
        )}
        {requests.isSuccess && entries.length === 0 && <p className="text-soft">{words.hops.empty}</p>}
        <ol className="flex flex-col gap-2.5">
          {entries.map(({ key, view }) => (
            <li key={key}>{view}</li>
          ))}
        </ol>
      </div>
    </aside>
  )
}

interface Entry {
  key: string
  at: number
  view: ReactNode
}

function toRequestEntry(request: HopRequest): Entry {
  return {
    key: request.requestId,
    at: Math.max(...request.hops.map(({ at, ms }) => at + ms)),
    view: <HopRequestView request={request} />,
  }
}

function toLiveEntry(hop: LiveHop): Entry {
  return { key: `live ${hop.id}`, at: hop.at, view: <LiveHopView hop={hop} /> }
}

function LiveHopView({ hop: { at, type, count } }: { hop: LiveHop }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  return (
    <div className="flex items-baseline gap-2 rounded-lg border border-line bg-accent-soft/40 px-3 py-2">
      <span className="font-medium">{words.hops.kinds.live}</span>
      <span className="min-w-0 flex-1 truncate text-soft">
        {count === null ? words.listOf([words.hops.live, type ?? '']) : words.hops.badge(formats.number(count))}
      </span>
      <time className="text-xs text-soft tabular-nums" dateTime={new Date(at).toISOString()}>
        {formats.clock(at)}
      </time>
    </div>
  )
}
