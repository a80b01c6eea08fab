import { retryAfterOutage, retryAfterRefusal } from '../unanswered/retryAfterOutage.ts'
import type { CounterOutage, CounterOutageDetails } from '../unanswered/unansweredValue.ts'
import type { WhatomateClient } from './client.ts'
import type { LiveEvent } from './liveEvents.ts'
import { runLiveSession, type TokenWay } from './liveSession.ts'

/** Parameters of {@link watchEvents}. */
export interface WatchEventsParameters {
  onEvent: (event: LiveEvent) => void
  /** Events come again. What happened in between does not: read it over HTTP. */
  onConnected?: () => void
  /** No events come from now on. */
  onOutage?: (outage: CounterOutage, details: CounterOutageDetails) => void
}

/**
 * Watches all events of the organization (live socket, with a token fetched for each connection). It connects
 * again by itself, with jitter. Both ways of the server's generations to take the token are tried; the one that works
 * stays.
 * @returns a function that ends the watch.
 * @see Whatomate, "WebSockets"
 */
export function watchEvents(client: WhatomateClient, parameters: WatchEventsParameters): () => void {
  const ended = new AbortController()
  void connectAgainAndAgain({ ...parameters, client, signal: ended.signal })
  return () => ended.abort()
}

async function connectAgainAndAgain({
  client,
  signal,
  onEvent,
  onConnected,
  onOutage,
}: WatchEventsParameters & { client: WhatomateClient; signal: AbortSignal }): Promise<void> {
  const { clock, random } = client.http
  let tokenWay: TokenWay = 'frame'
  let failures = 0
  while (!signal.aborted) {
    const { outage, code, connected, shutOut } = await runLiveSession({
      client,
      tokenWay,
      onEvent: (event) => !signal.aborted && onEvent(event),
      onConnected: () => !signal.aborted && onConnected?.(),
      signal,
    })
    if (signal.aborted) return
    onOutage?.(outage, { code })
    failures = connected ? 0 : failures + 1
    if (shutOut) tokenWay = tokenWay === 'frame' ? 'query' : 'frame'
    const waitMs =
      outage === 'refused' ? retryAfterRefusal({ random }) : retryAfterOutage({ attempt: failures, random })
    await clock.sleep(waitMs, signal)
  }
}
