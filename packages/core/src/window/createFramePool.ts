import type { WindowRequest } from '@crm-chat/protocol'
import { createFrameSession, type FrameSession } from './createFrameSession.ts'
import { toWindowKey } from './toWindowKey.ts'
import type { WindowClient } from './windowClient.ts'
import { toWindowSettings } from './windowOptions.ts'

/** The chat sessions of one client: one for each distinct combination of chats, those lately shown included. */
export interface FramePool {
  /** Returns the session of a request, made if there is none. With `own`, one that no other window shows. */
  get: (parameters: { request: WindowRequest; own?: boolean | undefined }) => FrameSession
}

const pools = new WeakMap<object, FramePool>()

/** Returns the sessions of a client. Closing the client closes them. */
export function getFramePool(chat: WindowClient): FramePool {
  const pool = pools.get(chat) ?? createFramePool(chat)
  pools.set(chat, pool)
  return pool
}

/** Gives a client sessions of its own, e.g. those of a test. */
export function setFramePool(chat: WindowClient, pool: FramePool): void {
  pools.set(chat, pool)
}

/** Sessions that have only a link so far take little, but hovering over a long list makes many. */
const prefetchedLimit = 20

function createFramePool(chat: WindowClient): FramePool {
  const settings = toWindowSettings(chat.options.windows)
  /** The latest ones last. */
  const sessions = new Set<FrameSession>()
  chat.signal.addEventListener('abort', () => {
    for (const session of sessions) drop(session)
  })

  function drop(session: FrameSession): void {
    sessions.delete(session)
    session.close()
  }

  /** Keeps those that were shown last. */
  function dropOldest(): void {
    const idle = [...sessions].filter((session) => !session.isShown()).reverse()
    const loaded = idle.filter((session) => session.isOpen())
    const prefetched = idle.filter((session) => !session.isOpen())
    for (const session of [...loaded.slice(settings.warm), ...prefetched.slice(prefetchedLimit)]) drop(session)
  }

  function rest(session: FrameSession): void {
    if (!sessions.delete(session)) return
    sessions.add(session)
    if (session.hasFailed()) drop(session)
    dropOldest()
  }

  return {
    get: ({ request, own = false }) => {
      const key = `${toWindowKey(request)}${own ? ' own' : ''}`
      const known = [...sessions].find((session) => session.key === key && !(own && session.isShown()))
      if (known) return known
      const session = createFrameSession({
        chat,
        settings,
        key,
        request,
        onRest: () => rest(session),
        onEnd: () => drop(session),
      })
      if (chat.signal.aborted) session.close()
      else sessions.add(session)
      dropOldest()
      return session
    },
  }
}
