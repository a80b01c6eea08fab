/** The server's clock, as known from its responses: a browser's own clock may be hours off. */
export interface ServerClock {
  /** Returns milliseconds since 1970. */
  now: () => number
  /** Reads a response's `Date` header, which responses of another origin do not show. */
  observe: (response: Response) => void
}

/** Makes a clock that follows the browser's until a response corrects it. */
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
