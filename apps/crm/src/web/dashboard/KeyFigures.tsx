import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ReplyFigures } from '../../api/dashboard.ts'
import { useFormats, useWords } from '../words/speech.ts'

/** The figures of the whole period. The number of those who wait leads to them. */
export function KeyFigures({ figures }: { figures: ReplyFigures }): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const { unansweredCount, medianMs, p90Ms, replyCount, receivedCount, sentCount } = figures
  const toTime = (ms: number | null): string => (ms === null ? words.dashboard.none : formats.duration(ms))
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      <div className={`${tile} hover:bg-sunken/60`}>
        <dt className="text-soft">
          <Link to="/contacts?waiting=true" className="after:absolute after:inset-0 after:rounded-lg">
            {words.dashboard.waitingNow}
          </Link>
        </dt>
        <dd className={value}>{formats.number(unansweredCount)}</dd>
      </div>
      <Tile label={words.dashboard.medianReply}>{toTime(medianMs)}</Tile>
      <Tile label={words.dashboard.p90Reply}>{toTime(p90Ms)}</Tile>
      <Tile label={words.dashboard.replies}>{formats.number(replyCount)}</Tile>
      <Tile label={words.dashboard.received}>{formats.number(receivedCount)}</Tile>
      <Tile label={words.dashboard.sent}>{formats.number(sentCount)}</Tile>
    </dl>
  )
}

const tile = 'relative flex flex-col justify-between rounded-lg border border-line bg-raised px-3.5 py-2.5 shadow-card'
const value = 'mt-0.5 text-xl font-semibold tracking-tight tabular-nums'

function Tile({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <div className={tile}>
      <dt className="text-soft">{label}</dt>
      <dd className={value}>{children}</dd>
    </div>
  )
}
