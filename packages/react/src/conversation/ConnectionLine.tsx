import { type ConversationState, toNow } from '@crm-chat/core/conversation'
import type { ReactNode } from 'react'
import { useOnline } from '../useOnline.ts'
import { useActions, useConversationState, useWords } from './ConversationContext.ts'
import { explain, fill, formatMoment } from './format.ts'
import { Icon, type IconName } from './Icon.tsx'

/** Reason why what is shown may differ from what there is. */
type Doubt = 'offline' | 'lost' | 'stale' | 'ended'

const icons: Record<Doubt, IconName> = { offline: 'offline', lost: 'alert', stale: 'clock', ended: 'ban' }

/**
 * A line above the messages while they may not be all: the browser has no network, the server cannot be reached, or the messages
 * could not be read again. It names the time at which they were complete.
 */
export function ConnectionLine({ slot }: { slot: ReactNode }): ReactNode {
  const { refresh } = useActions()
  const words = useWords()
  const doubt = useDoubt()
  const reason = useConversationState((state) => state.stale)
  const updatedAt = useUpdatedAt()
  if (slot !== undefined && (doubt === 'offline' || doubt === 'lost')) return slot
  const sentences = doubt && {
    offline: [words.offline, updatedAt],
    lost: [words.lost, updatedAt],
    stale: [fill(words.stale, { reason: reason ? explain(reason, words) : '' }), updatedAt],
    ended: [words.ended],
  }
  return (
    <div className="cc-connection" data-doubt={doubt}>
      {doubt && <Icon name={icons[doubt]} size={16} />}
      <p role="status" className="cc-connection-text">
        {doubt && sentences?.[doubt].filter(Boolean).join(' ')}
      </p>
      {doubt === 'stale' && (
        <button type="button" onClick={() => void refresh()} className="cc-strong-link">
          {words.retry}
        </button>
      )}
    </div>
  )
}

function useDoubt(): Doubt | undefined {
  const isOnline = useOnline()
  const doubt = useConversationState(findDoubt)
  return isOnline || doubt === 'ended' ? doubt : 'offline'
}

function findDoubt({ connection, stale }: ConversationState): Doubt | undefined {
  if (connection === 'lost' || connection === 'ended') return connection
  return stale ? 'stale' : undefined
}

/** Returns the sentence about the time at which the messages were complete. */
function useUpdatedAt(): string | undefined {
  const words = useWords()
  const { getState } = useActions()
  const at = useConversationState((state) => state.syncedAt)
  return at === null ? undefined : fill(words.updatedAt, { at: formatMoment(at, toNow(getState()), words) })
}
