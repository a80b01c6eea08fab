/** A value that can be read and watched. */
export interface Store<State> {
  getState: () => State
  /** Returns the state before any change, which a server renders. */
  getInitialState: () => State
  /** Calls back on each change. Returns a function that ends it. */
  subscribe: (listener: (state: State) => void) => () => void
}

/** A {@link Store} that its owner can change. */
export interface OwnStore<State> extends Store<State> {
  setState: (state: State) => void
}

/** Makes a store. `onCount` is called with the number of subscribers when there is another one, or one less. */
export function createStore<State>(
  initialState: State,
  onCount?: (count: number, isMore: boolean) => void,
): OwnStore<State> {
  let state = initialState
  const listeners = new Set<Parameters<Store<State>['subscribe']>[0]>()
  return {
    getState: () => state,
    getInitialState: () => initialState,
    setState: (next) => {
      state = next
      for (const listener of listeners) listener(next)
    },
    subscribe: (listener) => {
      const own: typeof listener = (next) => listener(next) // The same function may subscribe twice.
      listeners.add(own)
      onCount?.(listeners.size, true)
      return () => {
        if (listeners.delete(own)) onCount?.(listeners.size, false) // React and others may call it twice.
      }
    },
  }
}
