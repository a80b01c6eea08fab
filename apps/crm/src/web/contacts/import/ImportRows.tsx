import type { ReactNode } from 'react'
import { type ImportRow, importFields } from '../../../api/contactImport.ts'
import { useWords } from '../../words/speech.ts'
import { describeProblems } from './toRejectedRows.ts'

const shownRows = 100

/** The first rows of a file, each with what is wrong with it. */
export function ImportRows({ label, rows }: { label: string; rows: readonly ImportRow[] }): ReactNode {
  const words = useWords()
  const fields = importFields.filter((field) => rows.some(({ values }) => values[field]))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard.
    <section tabIndex={0} aria-label={label} className="max-h-72 overflow-auto rounded-lg border border-line">
      <table className="w-full border-separate border-spacing-0 text-[0.8125rem]">
        <thead>
          <tr>
            {[words.import.line, ...fields.map((field) => words.import.fields[field]), words.import.problems].map(
              (name) => (
                <th
                  key={name}
                  scope="col"
                  className="sticky top-0 border-b border-line bg-sunken px-2.5 py-1.5 text-start font-medium whitespace-nowrap text-soft"
                >
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shownRows).map((row) => {
            const { line, values, problems } = row
            return (
              <tr key={line} className={problems.length > 0 ? 'bg-danger-soft/50' : ''}>
                <td className="border-b border-line px-2.5 py-1.5 text-soft tabular-nums">{line}</td>
                {fields.map((field) => (
                  <td key={field} className="max-w-44 truncate border-b border-line px-2.5 py-1.5">
                    <bdi>{values[field]}</bdi>
                  </td>
                ))}
                <td className="border-b border-line px-2.5 py-1.5 text-danger">
                  {describeProblems(row, words.import)}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length > shownRows && (
        <p className="px-2.5 py-2 text-soft">{words.import.moreRows(rows.length - shownRows)}</p>
      )}
    </section>
  )
}
