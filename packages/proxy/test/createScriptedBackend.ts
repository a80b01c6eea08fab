import type { Backend, BackendWindows, WatchParameters } from '../src/backend.ts'

/** A backend that a test controls, and that counts its calls. */
export interface ScriptedBackend extends Backend {
  windows: BackendWindows
  watchUnanswered: NonNullable<Backend['watchUnanswered']>
  /** Open counters, by user. */
  open: Map<string, WatchParameters>
  /** Number of counters that were ever opened. */
  opened: () => number
  /** Number of windows that were requested. */
  minted: () => number
  /** Plays a number that the vendor sends. */
  send: (userId: string, count: number) => void
  /** Plays an outage of the vendor. */
  drop: (userId: string) => void
}

const at = '2030-01-01T00:00:00.000Z'

/** Makes a {@link ScriptedBackend}. */
export function createScriptedBackend(): ScriptedBackend {
  const open = new Map<string, WatchParameters>()
  let opened = 0
  let minted = 0
  return {
    name: 'scripted',
    chatTypes: ['whatsapp'],
    windows: {
      scopes: ['global', 'card'],
      create: async () => {
        minted += 1
        return { url: 'https://vendor.example/chat' }
      },
      isOwnUrl: () => true,
    },
    watchUnanswered: (parameters) => {
      opened += 1
      open.set(parameters.userId, parameters)
      return () => open.delete(parameters.userId)
    },
    redact: (text) => text,
    open,
    opened: () => opened,
    minted: () => minted,
    send: (userId, count) => open.get(userId)?.onValue({ count, tone: count > 0 ? 'red' : null, at }),
    drop: (userId) => open.get(userId)?.onOutage('dropped'),
  }
}
