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

/** The figures of groups of chats in a table, with bars for their median times. */
export function FigureTable({ title, first, rows }: FigureTableProps): ReactNode {
  const words = useWords()
  const formats = useFormats()
  const id = useId()
  const slowest = Math.max(1, ...rows.map(({ figures }) => figures.medianMs ?? 0))
  const toTime = (ms: number | null): string => (ms === null ? words.dashboard.none : formats.duration(ms))
  const columns = [
    first,
    words.dashboard.median,
    words.dashboard.p90,
    words.dashboard.replies,
    words.dashboard.received,
    words.dashboard.waitingNow,
  ]
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-raised p-4 shadow-card">
      <h2 id={id} className="font-semibold">
        {title}
      </h2>
      <div className="mt-2 overflow-x-auto">
        <table aria-labelledby={id} className="w-full">
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th
                  key={column}
                  scope="col"
                  className={`border-b border-line py-1.5 pe-3 text-xs font-medium text-soft ${index < 2 ? 'text-start' : 'text-end'}`}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map(({ key, name, figures }) => (
              <tr key={key}>
                <th scope="row" className="border-b border-line py-2 pe-3 text-start font-medium">
                  <bdi>{name}</bdi>
                </th>
                <td className="border-b border-line py-2 pe-3">
                  <span className="flex items-center gap-2">
                    <span className="w-16 shrink-0">{toTime(figures.medianMs)}</span>
                    <span aria-hidden className="h-1.5 w-full min-w-12 rounded-full bg-sunken max-sm:hidden">
                      <span
                        className="block h-full rounded-full bg-accent"
                        style={{ width: `${((figures.medianMs ?? 0) / slowest) * 100}%` }}
                      />
                    </span>
                  </span>
                </td>
                {[
                  toTime(figures.p90Ms),
                  formats.number(figures.replyCount),
                  formats.number(figures.receivedCount),
                  formats.number(figures.unansweredCount),
                ].map((cell, index) => (
                  <td key={columns[index + 2]} className="border-b border-line py-2 pe-3 text-end">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
