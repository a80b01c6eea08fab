/** The time by the server's clock, as far as its answers tell: a browser's own clock may be hours off. */
export interface ServerClock {
  /** Milliseconds since the epoch. */
  now: () => number
  /** Learns from an answer's `Date` header; answers of another origin do not show theirs. */
  observe: (response: Response) => void
}

/** A clock that runs with the browser's until an answer corrects it. */
export function createServerClock(): ServerClock {
  let offsetMs = 0
  return {
    now: () => Date.now() + offsetMs,
    observe: (response) => {
      const serverTime = Date.parse(response.headers.get('date') ?? '')
      if (Number.isFinite(serverTime)) offsetMs = serverTime - Date.now()
    },
  }
}
