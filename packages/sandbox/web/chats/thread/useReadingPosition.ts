import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Anchor, findAnchor, findMessage, restoreAnchor } from './anchor.ts'

/** Where the person is: at the end, or further up, with or without something new below. */
export type ReadingPosition = 'end' | 'away' | 'away-with-news'

interface ReadingPositionParameters {
  /** The last line of the chat, if it is here. */
  lastId: string | undefined
  /** What the person sends is always brought into view. */
  lastIsOurs: boolean
  /** What is here goes on to the end of the chat. */
  reachesEnd: boolean
  /** A message to bring into view. */
  targetId: string | undefined
}

/** Keeps a log at its end while the person is there, and whatever is in view in its place while the person reads further up. */
export function useReadingPosition(parameters: ReadingPositionParameters): {
  log: RefObject<HTMLDivElement | null>
  position: ReadingPosition
  goToEnd: () => void
  handleScroll: () => void
} {
  const log = useRef<HTMLDivElement>(null)
  const memory = useRef<Memory>({ isFollowing: true, anchor: undefined, lastId: undefined, targetId: undefined })
  const [position, setPosition] = useState<ReadingPosition>('end')

  useLayoutEffect(() => {
    const next = log.current && settle(log.current, memory.current, parameters)
    if (next) setPosition(next)
  })

  useEffect(() => followSize(log.current, memory.current), [])

  return {
    log,
    position,
    goToEnd() {
      memory.current.isFollowing = true
      if (log.current) scrollToEnd(log.current)
      setPosition('end')
    },
    handleScroll() {
      if (!log.current) return
      const isFollowing = parameters.reachesEnd && distanceToEnd(log.current) < nearEndPx
      Object.assign(memory.current, { anchor: findAnchor(log.current), isFollowing })
      setPosition((before) => (isFollowing ? 'end' : before === 'end' ? 'away' : before))
    },
  }
}

const nearEndPx = 48

/** What is known from before. */
interface Memory {
  isFollowing: boolean
  anchor: Anchor | undefined
  lastId: string | undefined
  targetId: string | undefined
}

/** After something was drawn: goes to where the person belongs. @returns where that is, if it is new. */
function settle(log: HTMLElement, memory: Memory, parameters: ReadingPositionParameters): ReadingPosition | null {
  const { lastId, lastIsOurs, reachesEnd, targetId } = parameters
  const isNew = lastId !== undefined && lastId !== memory.lastId
  const target = targetId !== undefined && targetId !== memory.targetId ? findMessage(log, targetId) : null
  memory.lastId = lastId ?? memory.lastId
  makeReachable(log)
  if (target) {
    Object.assign(memory, { targetId, isFollowing: false })
    show(log, target)
  } else {
    memory.isFollowing ||= isNew && lastIsOurs
    hold(log, { ...memory, isFollowing: memory.isFollowing && reachesEnd })
  }
  memory.anchor = findAnchor(log)
  if (target) return 'away'
  if (!isNew) return null
  return memory.isFollowing ? 'end' : 'away-with-news'
}

function hold(log: HTMLElement, { isFollowing, anchor }: Pick<Memory, 'isFollowing' | 'anchor'>): void {
  if (isFollowing) scrollToEnd(log)
  else restoreAnchor(log, anchor)
}

/** Scrolls the log and nothing around it, as `scrollIntoView` would. */
function show(log: HTMLElement, message: HTMLElement): void {
  const [outer, inner] = [log.getBoundingClientRect(), message.getBoundingClientRect()]
  log.scrollTop += inner.top - outer.top - Math.max(outer.height - inner.height, 0) / 2
  message.focus({ preventScroll: true })
}

/** The frame, the composer, or a picture that has come may change size at any time. */
function followSize(log: HTMLElement | null, memory: Memory): (() => void) | undefined {
  if (!log) return undefined
  const observer = new ResizeObserver(() => {
    hold(log, memory)
    makeReachable(log)
  })
  observer.observe(log)
  if (log.firstElementChild) observer.observe(log.firstElementChild)
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
