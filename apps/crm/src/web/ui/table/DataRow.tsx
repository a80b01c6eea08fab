import { memo, type ReactNode, type Ref } from 'react'
import { useWords } from '../../words/speech.ts'
import { Checkbox } from '../Checkbox.tsx'
import { toggleRow, useSelection } from '../selection.ts'
import type { Column } from './column.ts'

/** Props of {@link DataRow}. */
export interface DataRowProps<Row> {
  ref: Ref<HTMLTableRowElement>
  row: Row
  id: string
  name: string
  index: number
  columns: readonly Column<Row>[]
  isSelectable: boolean
  /** Ids of all rows, for a selection with Shift. */
  rangeIds: () => string[]
}

/** A row of a {@link DataTable}. It is drawn anew only for another row, and not whenever the table moves. */
export const DataRow = memo(Row) as typeof Row // For its type parameter.

function Row<Each>(props: DataRowProps<Each>): ReactNode {
  const { ref, row, id, name, index, columns, isSelectable, rangeIds } = props
  const words = useWords()
  const isSelected = useSelection(({ ids }) => ids.has(id))
  return (
    <tr
      ref={ref}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelectable ? isSelected : undefined}
      className="group relative h-11 hover:bg-sunken/60 has-[a:focus-visible]:bg-sunken aria-selected:bg-accent-soft/50"
    >
      {isSelectable && (
        <td className="border-b border-line ps-4 sm:ps-5">
          <Checkbox
            label={words.table.selectRow(name)}
            checked={isSelected}
            onToggle={(isRange) => toggleRow({ id, through: isRange ? rangeIds() : undefined })}
            className={isSelected ? '' : 'opacity-60 group-hover:opacity-100 focus-within:opacity-100'}
          />
        </td>
      )}
      {columns.map((column) => (
        <td
          key={column.id}
          className={`border-b border-line px-2 py-1 first:ps-4 md:text-[0.8125rem] last:pe-4 sm:first:ps-5 sm:last:pe-5 ${column.className ?? ''}`}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
