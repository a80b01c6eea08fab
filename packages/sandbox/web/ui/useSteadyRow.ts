import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** Keeps the open row of a list at its place on the screen while rows come and go above it. */
export function useSteadyRow(list: RefObject<HTMLElement | null>): void {
  const place = useRef<Place | null>(null)
  useLayoutEffect(() => {
    const now = findPlace(list.current)
    if (place.current && now) follow({ before: place.current, now })
    place.current = now
  }) // After every change of the list.
  useEffect(() => {
    if (!list.current) return undefined
    const observer = new ResizeObserver(() => {
      place.current = findPlace(list.current) // A window of another size moves rows too; nobody expects it to scroll.
    })
    observer.observe(list.current)
    return () => observer.disconnect()
  }, [list])
}

/** The open row, and its place in what scrolls. */
interface Place {
  area: HTMLElement
  row: HTMLElement
  top: number
  bottom: number
}

function findPlace(list: HTMLElement | null): Place | null {
  const row = list?.querySelector<HTMLElement>(':scope > li:has(> button[aria-expanded="true"])')
  const area = row?.closest<HTMLElement>('[data-scroll-area]')
  if (!row || !area) return null
  return { area, row, top: row.offsetTop, bottom: row.offsetTop + row.offsetHeight }
}

/** Scrolls as far as the row has moved. At the top of a list whose open row is out of sight, new rows stay in sight. */
function follow({ before, now: { area, row, top } }: { before: Place; now: Place }): void {
  if (row !== before.row || top === before.top) return
  const wasInView = before.bottom > area.scrollTop && before.top < area.scrollTop + area.clientHeight
  if (area.scrollTop > 0 || wasInView) area.scrollTop += top - before.top
}
