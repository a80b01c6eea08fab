import type { ConversationMessage } from '@crm-chat/core/conversation'
import { type RefObject, useEffect, useRef } from 'react'
import { useActions } from '../ConversationContext.ts'
import { findSeen } from './anchor.ts'

/**
 * Reports messages as read that the user has really seen: the end of one is on the screen, and the page is in front. Returns a
 * function to call when the log was scrolled.
 */
export function useSeen(
  log: RefObject<HTMLElement | null>,
  byId: ReadonlyMap<string, ConversationMessage>,
): () => void {
  const { markSeen, source } = useActions()
  const messages = useRef(byId)
  const { current: note } = useRef((): void => {
    if (!log.current || document.visibilityState !== 'visible' || log.current.clientHeight === 0) return
    const message = messages.current.get(findSeen(log.current) ?? '')
    if (message) markSeen(message)
  })
  const reports = source.read !== undefined
  useEffect(() => {
    messages.current = byId
    if (reports) note()
  }, [byId, note, reports])
  useEffect(() => {
    if (!reports) return
    document.addEventListener('visibilitychange', note)
    return () => document.removeEventListener('visibilitychange', note)
  }, [note, reports])
  return reports ? note : nothing
}

function nothing(): void {}
