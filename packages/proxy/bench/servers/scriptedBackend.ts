import type { Backend, WatchParameters } from '@crm-chat/proxy'

/** A vendor inside the proxy's own process, for rows that leave the connections to the vendor out. */
export interface ScriptedBackend extends Backend {
  /** Sends a user's counter. */
  send: (userId: string, count: number) => void
}

/** Makes a {@link ScriptedBackend}. Each counter begins at 1. */
export function createScriptedBackend(): ScriptedBackend {
  const watches = new Map<string, WatchParameters['onValue']>()
  function send(userId: string, count: number): void {
    watches.get(userId)?.({ count, tone: 'red', at: new Date().toISOString() })
  }
  return {
    name: 'scripted',
    chatTypes: ['whatsapp'],
    windows: {
      scopes: ['global', 'card'],
      create: async () => ({ url: 'https://vendor.example/chat' }),
      isOwnUrl: ({ host }) => host === 'vendor.example',
    },
    watchUnanswered: ({ userId, onValue }) => {
      watches.set(userId, onValue)
      setImmediate(() => send(userId, 1))
      return () => watches.delete(userId)
    },
    redact: (text) => text,
    send,
  }
}
