import type { Target } from '@crm-chat/core/conversation'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Anchor, findAnchor, findMessage, restoreAnchor } from './anchor.ts'

/** The user's position: at the end, or further up, with or without new messages below. */
export type ReadingPosition = 'end' | 'away' | 'away-with-news'

interface ReadingPositionParameters {
  /** The last entry of the chat, if loaded. */
  lastId: string | undefined
  /** A message the user sent is always scrolled into view. */
  lastIsOurs: boolean
  /** The end of the chat is loaded. */
  reachesEnd: boolean
  /** A message to scroll to, once. */
  target: Target | null
}

/** Keeps a log at its end while the user is there, and visible messages in place while the user reads further up. */
export function useReadingPosition(parameters: ReadingPositionParameters): {
  log: RefObject<HTMLDivElement | null>
  position: ReadingPosition
  goToEnd: () => void
  handleScroll: () => void
} {
  const log = useRef<HTMLDivElement>(null)
  const memory = useRef<Memory>({ isFollowing: true, anchor: undefined, lastId: undefined, target: null })
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

/** State kept between renders. */
interface Memory {
  isFollowing: boolean
  anchor: Anchor | undefined
  lastId: string | undefined
  target: Target | null
}

/** Adjusts the scroll position after a render. @returns the new reading position, or null if it is unchanged. */
function settle(log: HTMLElement, memory: Memory, parameters: ReadingPositionParameters): ReadingPosition | null {
  const { lastId, lastIsOurs, reachesEnd, target } = parameters
  const isNew = lastId !== undefined && lastId !== memory.lastId
  const message = target && target !== memory.target ? findMessage(log, target.messageId) : null
  memory.lastId = lastId ?? memory.lastId
  makeReachable(log)
  if (message) {
    Object.assign(memory, { target, isFollowing: false })
    show(log, message)
  } else {
    memory.isFollowing ||= isNew && lastIsOurs
    hold(log, { ...memory, isFollowing: memory.isFollowing && reachesEnd })
  }
  memory.anchor = findAnchor(log)
  if (message) return 'away'
  if (!isNew) return null
  return memory.isFollowing ? 'end' : 'away-with-news'
}

function hold(log: HTMLElement, { isFollowing, anchor }: Pick<Memory, 'isFollowing' | 'anchor'>): void {
  if (isFollowing) scrollToEnd(log)
  else restoreAnchor(log, anchor)
}

/** Scrolls only the log; `scrollIntoView` would scroll the host page too. */
function show(log: HTMLElement, message: HTMLElement): void {
  const [outer, inner] = [log.getBoundingClientRect(), message.getBoundingClientRect()]
  log.scrollTop += inner.top - outer.top - Math.max(outer.height - inner.height, 0) / 2
  message.focus({ preventScroll: true })
}

/** Holds the position when the frame, the composer or a loaded picture changes size. */
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

/** Makes a scrollable area focusable for keyboard users, because not every browser does. */
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
