import type { ReactNode } from 'react'
import type { Hop, HopRequest } from '../../api/hop.ts'
import { Pill } from '../ui/Pill.tsx'
import { useFormats, useWords } from '../words/speech.ts'

/** A request to the chat proxy with its hops, in the order in which they began. */
export function HopRequestView({ request }: { request: HopRequest }): ReactNode {
  const words = useWords()
  const { requestId, operation, code, hops } = request
  return (
    <article className="rounded-lg border border-line px-3 py-2">
      <header className="flex items-center gap-2">
        <h3 className="font-medium">
          <bdi>{operation}</bdi>
        </h3>
        <Pill tone={code === 'ok' ? 'accent' : 'danger'}>{code}</Pill>
        <code title={words.hops.requestId} className="ms-auto min-w-0 truncate text-xs text-soft" dir="ltr">
          {requestId}
        </code>
      </header>
      <ol className="mt-1.5 flex flex-col gap-1">
        {[...hops]
          .sort((a, b) => a.at - b.at || a.kind.localeCompare(b.kind))
          .map((hop, index) => (
            <HopLine key={index} hop={hop} />
          ))}
      </ol>
    </article>
  )
}

function HopLine({ hop: { kind, at, ms, method, path, status } }: { hop: Hop }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const isFailed = status === null || status >= 400
  return (
    <li className={`text-[0.8125rem] ${kind === 'vendor' ? 'ps-4' : ''}`}>
      <div className="flex items-baseline gap-2 text-soft">
        <span className="flex-1">{words.hops.kinds[kind]}</span>
        <span className="tabular-nums">{words.hops.ms(formats.number(ms))}</span>
        <time className="tabular-nums" dateTime={new Date(at).toISOString()}>
          {formats.clock(at)}
        </time>
      </div>
      <code dir="ltr" className="flex gap-2 text-start">
        <span className="min-w-0 flex-1 wrap-anywhere">
          {method} {path}
        </span>
        <span className={isFailed ? 'text-danger' : 'text-accent-strong'}>{status ?? words.hops.noResponse}</span>
      </code>
    </li>
  )
}
