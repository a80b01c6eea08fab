import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { ExpandableRow } from '../../ui/ExpandableRow.tsx'
import { formatSeconds } from '../../ui/format/formatTime.ts'
import { Tag } from '../../ui/Tag.tsx'
import { describeParties } from './describeParties.ts'
import { RequestDetails } from './RequestDetails.tsx'

interface RequestRowProps {
  request: JournalEntry
  isOpen: boolean
  onToggle: () => void
}

/** A request in one line, expandable to its details. */
export function RequestRow({ request, isOpen, onToggle }: RequestRowProps) {
  const { method, path, operation, verdict, status, at, durationMs, ignoredFields } = request
  const parties = describeParties(request)
  return (
    <ExpandableRow
      isOpen={isOpen}
      onToggle={onToggle}
      summary={
        <>
          <Tag tone={tones[verdict]}>{status ?? 'none'}</Tag>
          <span className="min-w-0 grow">
            <span className="flex gap-x-2 text-[13px] max-wide:flex-col">
              <span className="truncate font-mono">
                <span className="font-semibold">{method}</span> {path}
              </span>
              {parties !== '' && <span className="min-w-0 shrink-[0.5] truncate text-muted">{parties}</span>}
            </span>
            <span className="block truncate text-xs text-muted">
              {operation ?? 'unknown operation'} · <span className={inks[verdict]}>{verdict}</span>
              {ignoredFields.length > 0 && <span className="text-warn-ink"> · {countIgnored(ignoredFields)}</span>}
            </span>
          </span>
          <span className="shrink-0 text-right text-xs text-muted tabular-nums">
            <time dateTime={new Date(at).toISOString()}>{formatSeconds(at)}</time>
            <span className="block">{durationMs < 10 ? durationMs.toFixed(1) : Math.round(durationMs)} ms</span>
          </span>
        </>
      }
    >
      <RequestDetails request={request} />
    </ExpandableRow>
  )
}

function countIgnored({ length }: string[]): string {
  return length === 1 ? '1 unknown field' : `${length} unknown fields`
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

const inks = {
  answered: '',
  refused: 'text-warn-ink',
  unauthorized: 'text-alert-ink',
  limited: 'text-warn-ink',
  unknown: 'text-alert-ink',
  fault: 'font-medium text-ink',
  failed: 'text-alert-ink',
} as const
