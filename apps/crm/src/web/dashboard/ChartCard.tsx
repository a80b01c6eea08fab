import { ChartLine, Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { IconButton } from '../ui/IconButton.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link ChartCard}. */
export interface ChartCardProps {
  title: string
  about?: string
  /** The chart, which only eyes see. */
  chart: ReactNode
  /** Names of the table's columns. */
  columns: readonly string[]
  /** The same data as a table: always there for assistive technology, and for everybody on request. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}

/** A chart with its data as a table. */
export function ChartCard({ title, about, chart, columns, rows }: ChartCardProps): ReactNode {
  const words = useWords()
  const id = useId()
  const [isTable, setIsTable] = useState(false)
  return (
    <section aria-labelledby={id} className="rounded-lg border border-line bg-raised p-4 shadow-card">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 id={id} className="font-semibold">
            {title}
          </h2>
          {about && <p className="text-[0.8125rem] text-soft">{about}</p>}
        </div>
        <IconButton
          icon={isTable ? ChartLine : Table2}
          label={isTable ? words.dashboard.asChart : words.dashboard.asTable}
          onClick={() => setIsTable(!isTable)}
          className="-mt-1 -me-1.5"
        />
      </div>
      {!isTable && (
        <div aria-hidden className="mt-3 h-56 text-xs" dir="ltr">
          {chart}
        </div>
      )}
      <div className={isTable ? 'mt-3 max-h-72 overflow-y-auto' : 'sr-only'}>
        <table className="w-full">
          <caption className="sr-only">{title}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className="border-b border-line py-1.5 pe-3 text-start text-xs font-medium text-soft"
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rows.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map((cell, index) => (
                  <td key={columns[index]} className="border-b border-line py-1.5 pe-3">
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
