import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useWords } from '../../words/speech.ts'
import { measureLater } from '../measureLater.ts'
import { phone, useMedia } from '../useMedia.ts'
import type { Column, Sort } from './column.ts'
import { DataRow } from './DataRow.tsx'
import { TableHead } from './TableHead.tsx'

/** Props of {@link DataTable}. */
export interface DataTableProps<Row> {
  /** Its name for assistive technology. */
  label: string
  /** The rows that are loaded. */
  rows: readonly Row[]
  /** Number of all rows, those that are not loaded included. */
  total: number
  columns: readonly Column<Row>[]
  rowOf: (row: Row) => { id: string; name: string }
  sort: Sort
  onSort: (sort: Sort) => void
  /** Shows a checkbox in each row. */
  isSelectable?: boolean
  hasMore: boolean
  /** Loads more rows. Called when the user comes near the end. */
  onMore: () => void
  isBusy?: boolean
}

/**
 * A table of any length: only the rows near the window are in the page. The first column holds the row's link, between
 * which the arrow keys move.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, rows, total, columns, rowOf, sort, onSort, isSelectable = false, hasMore, onMore, isBusy } = props
  const words = useWords()
  const table = useRef<HTMLTableElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useEffect(() => setScrollMargin(table.current?.offsetTop ?? 0), [])
  const rowHeight = useMedia(phone) ? 64 : 44
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => document.getElementById('main'),
    estimateSize: () => rowHeight,
    measureElement: measureLater,
    initialRect: { width: innerWidth, height: innerHeight },
    getItemKey: (index) => idAt(index),
    overscan: 5,
    scrollMargin,
  })
  const idAt = (index: number): string => {
    const row = rows[index]
    return row ? rowOf(row).id : String(index)
  }
  const latest = useRef<{ rows: readonly Row[]; rowOf: typeof rowOf }>({ rows, rowOf })
  useEffect(() => {
    latest.current = { rows, rowOf }
  })
  const rangeIds = useCallback(() => latest.current.rows.map((row) => latest.current.rowOf(row).id), [])
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const isNearEnd = hasMore && last >= rows.length - 30
  useEffect(() => {
    if (isNearEnd) onMore()
  }, [isNearEnd, onMore])
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin)
  const handleKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const row = event.target instanceof HTMLAnchorElement ? event.target.closest('tr') : null
    if (!step || !row) return
    event.preventDefault()
    const next = Number(row.dataset.index) + step
    virtualizer.scrollToIndex(next)
    focusRow(table.current, next)
  }
  return (
    <>
      <table
        ref={table}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-busy={isBusy}
        onKeyDown={handleKeyDown}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <TableHead
          columns={columns}
          sort={sort}
          onSort={onSort}
          ids={isSelectable ? rows.map((row) => rowOf(row).id) : null}
        />
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {items.map(({ index, key }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <DataRow
                key={key}
                ref={virtualizer.measureElement}
                index={index}
                row={row}
                {...rowOf(row)}
                columns={columns}
                isSelectable={isSelectable}
                rangeIds={rangeIds}
              />
            )
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
      {hasMore && <p className="px-5 py-3 text-soft">{words.table.loadingMore}</p>}
    </>
  )
}

/** Moves the focus to a row's link, which may be drawn in the next frame only. */
function focusRow(table: HTMLElement | null, index: number): void {
  const find = () => table?.querySelector<HTMLElement>(`tr[data-index="${index}"] a`)
  const link = find()
  if (link) link.focus()
  else requestAnimationFrame(() => find()?.focus())
}
