import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useSteadyRow } from './useSteadyRow.ts'

/**
 * A list of expandable rows. The arrow keys, Home and End move between rows; Escape moves from details to the row. An
 * expanded row keeps its place on the screen when rows arrive above it.
 */
export function RowList({ name, children }: { name: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null)
  useSteadyRow(list)
  return (
    <ul
      ref={list}
      aria-label={name}
      className="grid grid-cols-1 gap-1"
      onKeyDown={(event) => move(event, list.current)}
    >
      {children}
    </ul>
  )
}

function move(event: KeyboardEvent, list: HTMLElement | null): void {
  const { target } = event
  if (!list || !(target instanceof HTMLElement)) return
  const heads = [...list.querySelectorAll<HTMLElement>(':scope > li > button[aria-expanded]')]
  const at = heads.findIndex((head) => head.parentElement?.contains(target))
  const next = target === heads[at] ? toNeighbour({ key: event.key, heads, at }) : undefined
  const goal = event.key === 'Escape' ? heads[at] : next // Inside an expanded row, arrow keys keep their meaning.
  if (!goal) return
  event.preventDefault()
  goal.focus()
}

function toNeighbour({ key, heads, at }: { key: string; heads: HTMLElement[]; at: number }): HTMLElement | undefined {
  if (key === 'ArrowDown') return heads[at + 1]
  if (key === 'ArrowUp') return heads[at - 1]
  if (key === 'Home') return heads[0]
  return key === 'End' ? heads.at(-1) : undefined
}
