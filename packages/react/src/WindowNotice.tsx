'use client'

import type { ChatWindowState, KitWords } from '@crm-chat/core'
import type { ReactNode } from 'react'
import { ChatWindowError } from './ChatWindowError.tsx'
import { renderSlot, type Slot } from './renderSlot.ts'
import type { WindowSlots } from './windowSlots.ts'

/** Props of {@link WindowNotice}. */
export interface WindowNoticeProps {
  state: ChatWindowState
  slots: WindowSlots
  words: KitWords
  retry: () => void
  showHere: () => void
}

/** Content of a window in place of the vendor's page: your own, or ours. */
export function WindowNotice({ state, slots, words, retry, showHere }: WindowNoticeProps): ReactNode {
  switch (state.status) {
    case 'ready':
      return null
    case 'error':
      return (
        <Notice role="alert" slot={slots.error} values={{ state, retry }}>
          <ChatWindowError state={state} words={words} onRetry={retry} />
        </Notice>
      )
    case 'elsewhere':
      return (
        <Notice slot={slots.elsewhere} values={{ showHere }}>
          <p className="cc-failure-reason">{words.elsewhere}</p>
          <button type="button" className="cc-button cc-retry" onClick={showHere}>
            {words.showHere}
          </button>
        </Notice>
      )
    case 'empty':
      return (
        <Notice slot={slots.empty} values={undefined}>
          <p className="cc-failure-reason">{words.empty}</p>
        </Notice>
      )
    default:
      return (
        <Notice role="status" className="cc-loading" slot={slots.loading} values={undefined}>
          <span className="cc-spoken">{words.loading}</span>
          <div aria-hidden="true" className="cc-skeleton">
            <i />
            <i />
            <i />
            <i />
            <i />
          </div>
        </Notice>
      )
  }
}

interface NoticeProps<Values> {
  role?: 'alert' | 'status'
  className?: string
  slot: Slot<Values>
  values: Values
  /** Shown where there is no slot. */
  children: ReactNode
}

function Notice<Values>({ role, className = 'cc-failure', slot, values, children }: NoticeProps<Values>): ReactNode {
  const isOwn = slot !== undefined
  return (
    <div role={role} className={isOwn ? `${className} cc-slot` : className}>
      {isOwn ? renderSlot(slot, values) : children}
    </div>
  )
}
