import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Where the person is: at the end, or further up, with or without something new below. */
export type ReadingPosition = 'end' | 'away' | 'away-with-news'

interface ReadingPositionParameters {
  firstId: string | undefined
  lastId: string | undefined
  /** What the person sends is always brought into view. */
  lastIsOurs: boolean
}

/** Keeps a log at its end while the person is there, and leaves it in place while the person reads further up. */
export function useReadingPosition({ firstId, lastId, lastIsOurs }: ReadingPositionParameters): {
  log: RefObject<HTMLDivElement | null>
  position: ReadingPosition
  goToEnd: () => void
  handleScroll: () => void
} {
  const log = useRef<HTMLDivElement>(null)
  const isFollowing = useRef(true)
  const seen = useRef({ firstId, lastId: undefined as string | undefined, height: 0 })
  const [position, setPosition] = useState<ReadingPosition>('end')

  useLayoutEffect(() => {
    const element = log.current
    if (!element) return
    const before = seen.current
    seen.current = { firstId, lastId, height: element.scrollHeight }
    makeReachable(element)
    if (firstId !== before.firstId && !isFollowing.current) element.scrollTop += element.scrollHeight - before.height
    if (lastId === before.lastId) return
    if (lastIsOurs) isFollowing.current = true
    if (isFollowing.current) scrollToEnd(element)
    setPosition(isFollowing.current ? 'end' : 'away-with-news')
  })

  useEffect(() => followSize(log.current, isFollowing), [])

  return {
    log,
    position,
    goToEnd() {
      isFollowing.current = true
      if (log.current) scrollToEnd(log.current)
      setPosition('end')
    },
    handleScroll() {
      if (!log.current) return
      isFollowing.current = distanceToEnd(log.current) < nearEndPx
      setPosition((before) => (isFollowing.current ? 'end' : before === 'end' ? 'away' : before))
    },
  }
}

const nearEndPx = 48

/** The frame or the composer may change size at any time. */
function followSize(element: HTMLElement | null, isFollowing: RefObject<boolean>): (() => void) | undefined {
  if (!element) return undefined
  const observer = new ResizeObserver(() => {
    if (isFollowing.current) scrollToEnd(element)
    makeReachable(element)
  })
  observer.observe(element)
  return () => observer.disconnect()
}

/** What scrolls must be reachable by keyboard; not every browser sees to that. */
function makeReachable(element: HTMLElement): void {
  if (element.scrollHeight > element.clientHeight) element.tabIndex = 0
  else element.removeAttribute('tabindex')
}

function scrollToEnd(element: HTMLElement): void {
  element.scrollTop = element.scrollHeight
}

function distanceToEnd({ scrollHeight, scrollTop, clientHeight }: HTMLElement): number {
  return scrollHeight - scrollTop - clientHeight
}
