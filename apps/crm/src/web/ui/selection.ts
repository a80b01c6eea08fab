import { create } from 'zustand'

/** Ids of the rows that are selected on the page. */
export interface Selection {
  ids: ReadonlySet<string>
  /** The last row that was selected or deselected by itself: where a range begins. */
  anchor: string | null
}

const nothing: Selection = { ids: new Set(), anchor: null }

/** The rows that are selected on the page. */
export const useSelection = create<Selection>(() => nothing)

/** Selects or deselects a row; with `through`, those from the last such row to this one. */
export function toggleRow({ id, through }: { id: string; through?: readonly string[] | undefined }): void {
  useSelection.setState(({ ids, anchor }) => {
    const next = new Set(ids)
    const isOn = !ids.has(id)
    for (const each of through ? rangeOf({ ids: through, from: anchor, to: id }) : [id]) {
      if (isOn) next.add(each)
      else next.delete(each)
    }
    return { ids: next, anchor: id }
  })
}

/** Selects these rows, and no others. */
export function selectRows(ids: readonly string[]): void {
  useSelection.setState({ ids: new Set(ids), anchor: null })
}

function rangeOf({ ids, from, to }: { ids: readonly string[]; from: string | null; to: string }): readonly string[] {
  const ends = [ids.indexOf(from ?? to), ids.indexOf(to)].sort((a, b) => a - b)
  const [first = 0, last = 0] = ends
  return first < 0 ? [to] : ids.slice(first, last + 1)
}
