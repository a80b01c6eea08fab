import { type ReactNode, useId } from 'react'
import type { ReplyFigures } from '../../api/dashboard.ts'
import { useFormats, useWords } from '../words/speech.ts'

/** Props of {@link FigureTable}. */
export interface FigureTableProps {
  title: string
  /** Name of the first column. */
  first: string
  rows: readonly { key: string; name: string; figures: ReplyFigures }[]
}

/** The figures of groups of chats in a table, with a bar for the median and the 90th percentile of each. */
export function FigureTable({ title, first, rows }: FigureTableProps): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const id = useId()
  const slowest = Math.max(1, ...rows.map(({ figures }) => figures.p90Ms ?? 0))
  const toTime = (ms: number | null): string => (ms === null ? words.dashboard.none : formats.duration(ms))
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-raised p-4 shadow-card">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <p className="text-[0.8125rem] text-soft">{words.dashboard.reply}</p>
      <div className="mt-2 overflow-x-auto">
        <table aria-labelledby={id} className="w-full">
          <thead>
            <tr className="text-xs text-soft">
              <th scope="col" className={`${cell} text-start font-medium`}>
                {first}
              </th>
              <th scope="col" className={`${cell} text-end font-medium`}>
                <Key look="bg-accent">{words.dashboard.median}</Key>
              </th>
              <th scope="col" className={`${cell} text-end font-medium`}>
                <Key look={longLook}>{words.dashboard.p90}</Key>
              </th>
              {[words.dashboard.replies, words.dashboard.received, words.dashboard.waitingNow].map((name) => (
                <th key={name} scope="col" className={`${cell} ${wide} text-end font-medium`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map(({ key, name, figures: { medianMs, p90Ms, replyCount, receivedCount, unansweredCount } }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} w-full min-w-32 text-start font-medium`}>
                  <bdi>{name}</bdi>
                  <TimeBar median={(medianMs ?? 0) / slowest} p90={(p90Ms ?? 0) / slowest} />
                </th>
                <td className={`${cell} text-end font-medium whitespace-nowrap`}>{toTime(medianMs)}</td>
                <td className={`${cell} text-end whitespace-nowrap`}>{toTime(p90Ms)}</td>
                <td className={`${cell} ${wide} text-end`}>{formats.number(replyCount)}</td>
                <td className={`${cell} ${wide} text-end`}>{formats.number(receivedCount)}</td>
                <td className={`${cell} ${wide} text-end`}>{formats.number(unansweredCount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const cell = 'border-b border-line py-2 pe-4 align-bottom last:pe-0'
const wide = 'max-sm:hidden'
const longLook = 'bg-warning/45 forced-colors:bg-[GrayText]'

function Key({ look, children }: { look: string; children: ReactNode }): ReactNode {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={`size-2 rounded-full forced-color-adjust-none ${look}`} />
      {children}
    </span>
  )
}

/** Two bars on one scale, from 0 to 1. */
function TimeBar({ median, p90 }: { median: number; p90: number }): ReactNode {
  return (
    <span aria-hidden className="relative mt-1.5 block h-1.5 rounded-full bg-sunken forced-color-adjust-none">
      <span className={`absolute inset-y-0 start-0 rounded-full ${longLook}`} style={{ width: `${p90 * 100}%` }} />
      <span
        className="absolute inset-y-0 start-0 rounded-full bg-accent forced-colors:bg-[Highlight]"
        style={{ width: `${median * 100}%` }}
      />
    </span>
  )
}
