import type { ReactNode } from 'react'

/** A column of a {@link DataTable}. */
export interface Column<Row> {
  id: string
  label: string
  /** Name of the order on the server, where the table can be sorted by this column. */
  sort?: string
  /** Classes of the header and the cells: width, alignment, from which width of the window it is shown. */
  className?: string
  cell: (row: Row) => ReactNode
}

/** An order of the rows. */
export interface Sort {
  by: string
  order: 'asc' | 'desc'
}
