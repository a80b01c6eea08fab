import type { ReactNode } from 'react'

/** A column. One with `isWide` is hidden on narrow screens. */
export interface Column {
  name: string
  isWide?: boolean
}

interface TableProps {
  name: string
  columns: Column[]
  rows: { id: string; cells: ReactNode[] }[]
  /** Shown if there are no rows. */
  empty: string
  actions?: ReactNode
}

/** A table with its name and row count above. */
export function Table({ name, columns, rows, empty, actions }: TableProps) {
  return (
    <section aria-label={name} className="min-w-0">
      <div className="mb-1.5 flex min-h-8 items-center gap-2 px-1">
        <h3 className="grow text-[13px] font-medium">
          {name} <span className="text-muted">{rows.length}</span>
        </h3>
        {actions}
      </div>
      <div className="overflow-hidden rounded-xl border border-line bg-surface">
        {rows.length === 0 ? (
          <p className="px-3 py-2.5 text-[13px] text-muted">{empty}</p>
        ) : (
          <table className="w-full text-left text-[13px]">
            <thead className="text-xs text-muted">
              <tr>
                {columns.map((column) => (
                  <th
                    key={column.name}
                    scope="col"
                    className={`px-3 py-2 font-medium ${column.isWide ? 'max-wide:hidden' : ''}`}
                  >
                    {column.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line border-t border-line">
              {rows.map(({ id, cells }) => (
                <tr key={id}>
                  {cells.map((cell, at) => (
                    <td
                      key={columns[at]?.name}
                      className={`px-3 py-2 align-middle wrap-anywhere ${columns[at]?.isWide ? 'max-wide:hidden' : ''}`}
                    >
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  )
}
