import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { useWords } from '../../words/speech.ts'
import { Checkbox } from '../Checkbox.tsx'
import { selectRows, useSelection } from '../selection.ts'
import type { Column, Sort } from './column.ts'

/** Props of {@link TableHead}. */
export interface TableHeadProps<Row> {
  columns: readonly Column<Row>[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Ids of the loaded rows where they can be selected. */
  ids: string[] | null
}

/** The names of the columns, by which the table can be sorted. It stays in sight. */
export function TableHead<Row>({ columns, sort, onSort, ids }: TableHeadProps<Row>): ReactNode {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {ids && (
          <th className={`${cell} w-11 ps-4 sm:w-12 sm:ps-5`}>
            <SelectAll ids={ids} />
          </th>
        )}
        {columns.map((column) => (
          <ColumnName key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  )
}

const cell = 'sticky top-0 z-2 h-9 border-y border-line bg-surface text-start text-xs font-medium text-soft'

function SelectAll({ ids }: { ids: string[] }): ReactNode {
  const words = useWords()
  const count = useSelection((selection) => selection.ids.size)
  const isAll = count > 0 && count >= ids.length
  return (
    <Checkbox
      label={words.table.selectAll}
      checked={isAll}
      isPartial={count > 0 && !isAll}
      onToggle={() => selectRows(isAll ? [] : ids)}
    />
  )
}

interface ColumnNameProps<Row> extends Pick<TableHeadProps<Row>, 'sort' | 'onSort'> {
  column: Column<Row>
}

function ColumnName<Row>({
  column: { label, sort: by, className = '' },
  sort,
  onSort,
}: ColumnNameProps<Row>): ReactNode {
  const look = `${cell} px-2 first:ps-4 last:pe-4 sm:first:ps-5 sm:last:pe-5 ${className}`
  if (!by) {
    return (
      <th scope="col" className={look}>
        {label}
      </th>
    )
  }
  const isUp = sort.by === by && sort.order === 'asc'
  const isDown = sort.by === by && sort.order === 'desc'
  const Arrow = isDown ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={isUp ? 'ascending' : isDown ? 'descending' : 'none'} className={look}>
      <button
        type="button"
        onClick={() => onSort({ by, order: isUp ? 'desc' : 'asc' })}
        className="group/sort -mx-1 inline-flex h-7 max-w-full items-center gap-1 rounded px-1 hover:bg-sunken hover:text-ink pointer-coarse:h-11"
      >
        <span className="truncate">{label}</span>
        <Arrow
          aria-hidden
          className={`size-3.5 shrink-0 ${isUp || isDown ? '' : 'opacity-0 group-hover/sort:opacity-60'}`}
        />
      </button>
    </th>
  )
}
