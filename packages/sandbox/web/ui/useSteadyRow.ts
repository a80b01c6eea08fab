import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Keeps the expanded row of a list in place on the screen when rows above it are added or removed. A list that is too short
 * to scroll gets as much space below it as that needs.
 */
export function useSteadyRow(list: RefObject<HTMLElement | null>): void {
  const place = useRef<Place | null>(null)
  useLayoutEffect(() => {
    const now = findPlace(list.current)
    if (place.current && now) follow({ before: place.current, now })
    if (!now && list.current) list.current.style.marginBottom = ''
    place.current = now
  }) // After every render of the list.
  useEffect(() => {
    if (!list.current) return undefined
    const observer = new ResizeObserver(() => {
      place.current = findPlace(list.current) // Resizing moves rows too, and must not scroll.
    })
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [list])
}

/** The expanded row, and its position within the scroll area. */
interface Place {
  area: HTMLElement
  list: HTMLElement
  row: HTMLElement
  top: number
  bottom: number
}

function findPlace(list: HTMLElement | null): Place | null {
  const row = list?.querySelector<HTMLElement>(':scope > li:has(> button[aria-expanded="true"])')
  const area = row?.closest<HTMLElement>('[data-scroll-area]')
  if (!list || !row || !area) return null
  return { area, list, row, top: row.offsetTop, bottom: row.offsetTop + row.offsetHeight }
}

/** Scrolls by the distance that the row has moved, unless the user watches the top of the list and not the row. */
function follow({ before, now: { area, list, row, top } }: { before: Place; now: Place }): void {
  if (row !== before.row || top === before.top) return
  const wasInView = before.bottom > area.scrollTop && before.top < area.scrollTop + area.clientHeight
  if (area.scrollTop === 0 && !wasInView) return
  const goal = Math.max(0, area.scrollTop + top - before.top)
  const space = Number.parseFloat(list.style.paddingBottom) || 0
  const missing = goal + area.clientHeight - (list.offsetTop + list.offsetHeight - space)
  list.style.paddingBottom = missing > 0 ? `${missing}px` : ''
  area.scrollTop = goal
}
