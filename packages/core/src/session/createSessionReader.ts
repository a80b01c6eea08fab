import type { Session } from '@crm-chat/protocol'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** Things that the proxy offers this user. Undefined until a session has been read, which does not mean none. */
export type Capabilities = Session['capabilities'] | undefined

/** A store of what the proxy offers. It asks for the session once somebody subscribes, unless it is known already. */
export type CapabilitiesStore = Pick<StoreApi<Capabilities>, 'getState' | 'getInitialState' | 'subscribe'>

/** Reads sessions and remembers what the last one offers. */
export interface SessionReader {
  capabilities: CapabilitiesStore
  /** Asks for the session. Callers at the same time share one request. */
  read: () => Promise<Session>
  /** Takes note of a session that was read elsewhere. */
  observe: (session: Session) => void
}

/** Makes a {@link SessionReader}. */
export function createSessionReader(fetchSession: () => Promise<Session>): SessionReader {
  const store = createStore<Capabilities>(() => undefined)
  const observe = ({ capabilities }: Session): void => store.setState(capabilities, true)
  let reading: Promise<Session> | undefined

  async function fetchAndObserve(): Promise<Session> {
    try {
      const session = await fetchSession()
      observe(session)
      return session
    } finally {
      reading = undefined
    }
  }

  function read(): Promise<Session> {
    reading ??= fetchAndObserve()
    return reading
  }

  return {
    capabilities: {
      getState: store.getState,
      getInitialState: store.getInitialState,
      subscribe: (listener) => {
        const unsubscribe = store.subscribe(listener)
        if (!store.getState()) void read().catch(() => undefined) // Still unknown: the operation itself gives the reason.
        return unsubscribe
      },
    },
    read,
    observe,
  }
}
