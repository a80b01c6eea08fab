/** The counter's host as it was looked up last. */
export interface CounterHost {
  /** The host, looked up only if it is not known or has failed since. */
  get: (lookUp: () => Promise<string>) => Promise<string>
  /** Has it looked up again: a connection to it has failed or ended. */
  forget: () => void
}

/** Keeps the host for the many that connect after an outage; each outage has it looked up again. */
export function createCounterHost(): CounterHost {
  let known: string | undefined
  return {
    async get(lookUp) {
      if (known !== undefined) return known
      const found = await lookUp()
      known = found
      return found
    },
    forget() {
      known = undefined
    },
  }
}
