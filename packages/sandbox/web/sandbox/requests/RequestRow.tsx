import { useState } from 'react'
import type { JournalEntry } from '../../../src/journal/createJournal.ts'
import { formatSeconds } from '../../format/formatTime.ts'
import { CopyButton } from '../shell/CopyButton.tsx'
import { Json } from '../shell/Json.tsx'
import { Row } from '../shell/Row.tsx'
import { Tag } from '../shell/Tag.tsx'
import { toCurl } from './toCurl.ts'

/** One request: what it was in a line; opened, all of it. */
export function RequestRow({ request }: { request: JournalEntry }) {
  const { method, path, operation, verdict, status, at, durationMs } = request
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Row
      isOpen={isOpen}
      onToggle={() => setIsOpen(!isOpen)}
      summary={
        <>
          <Tag tone={tones[verdict]}>{status ?? '—'}</Tag>
          <span className="min-w-0 grow">
            <span className="block truncate font-mono text-[13px]">
              <span className="font-semibold">{method}</span> {path}
            </span>
            <span className="block truncate text-xs text-muted">
              {operation ?? 'no operation of this name'} · {verdict}
            </span>
          </span>
          <span className="shrink-0 text-right text-xs text-muted tabular-nums">
            <time dateTime={new Date(at).toISOString()}>{formatSeconds(at)}</time>
            <span className="block">{durationMs} ms</span>
          </span>
        </>
      }
    >
      <div className="flex justify-end">
        <CopyButton label="Copy as curl" text={toCurl(request, location.origin)} />
      </div>
      <Json title="Headers" value={request.headers} />
      {request.body !== null && <Json title="Body" value={request.body} />}
      <Json title={status === null ? 'Not answered' : `Answer ${status}`} value={request.answer} />
    </Row>
  )
}

const tones = {
  answered: 'good',
  refused: 'warn',
  unauthorized: 'bad',
  limited: 'warn',
  unknown: 'bad',
  fault: 'fault',
  failed: 'bad',
} as const
