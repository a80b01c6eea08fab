/** A value that can be read and watched. */
export interface Store<State> {
  getState: () => State
  /** Returns the state before any change, which a server renders. */
  getInitialState: () => State
  /** Calls back on each change. Returns a function that ends it. */
  subscribe: (listener: (state: State, previousState: State) => void) => () => void
}

/** A {@link Store} that its owner can change. */
export interface OwnStore<State> extends Store<State> {
  setState: (state: State) => void
  /** The function that it returns tells, in addition, if it has ended anything: false from the second call on. */
  subscribe: (listener: Parameters<Store<State>['subscribe']>[0]) => () => boolean
}

/** Makes a store. */
export function createStore<State>(initialState: State): OwnStore<State> {
  let state = initialState
  const listeners = new Set<(state: State, previousState: State) => void>()
  return {
    getState: () => state,
    getInitialState: () => initialState,
    setState: (next) => {
      const previous = state
      state = next
      for (const listener of listeners) listener(next, previous)
    },
    subscribe: (listener) => {
      const own: typeof listener = (...states) => listener(...states) // The same function may subscribe twice.
      listeners.add(own)
      return () => listeners.delete(own)
    },
  }
}
