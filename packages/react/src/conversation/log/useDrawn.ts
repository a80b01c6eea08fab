import type { ConversationMessage } from '@crm-chat/core/conversation'
import { useEffect, useLayoutEffect, useMemo, useReducer, useRef } from 'react'

/** Most messages that one frame adds at an edge: a page of 50 at once would take longer than a frame. */
const mostPerFrame = 10

/**
 * Returns the messages to draw, which are all of them within a few frames. Those that were added beyond an edge follow in steps, the
 * nearest first; a stretch that has nothing in common with the one before is drawn at once.
 */
export function useDrawn(messages: readonly ConversationMessage[]): {
  drawn: readonly ConversationMessage[]
  isWhole: boolean
} {
  const latest = useRef<Edges>({})
  const [, drawMore] = useReducer((count: number) => count + 1, 0)
  const [start, end] = toRange(messages, latest.current)
  const isWhole = start === 0 && end === messages.length
  const drawn = useMemo(() => messages.slice(start, end), [messages, start, end])
  useLayoutEffect(() => {
    latest.current = { first: drawn[0]?.id, last: drawn.at(-1)?.id }
  })
  useEffect(() => {
    if (isWhole) return
    const frame = requestAnimationFrame(drawMore)
    return () => cancelAnimationFrame(frame)
  })
  return { drawn, isWhole }
}

/** Ids of the first and the last message that are drawn. */
interface Edges {
  first?: string | undefined
  last?: string | undefined
}

function toRange(messages: readonly ConversationMessage[], edges: Edges): [start: number, end: number] {
  const find = (edge: string | undefined): number => messages.findIndex(({ id }) => id === edge)
  const [first, last] = [find(edges.first), find(edges.last)]
  if (first < 0 && last < 0) return [0, messages.length]
  // An edge that is gone was left out of the thread, or has a new id: what is there reaches to that end.
  const start = first < 0 ? 0 : Math.max(0, first - mostPerFrame)
  const end = last < 0 ? messages.length : Math.min(messages.length, last + 1 + mostPerFrame)
  return [start, end]
}
