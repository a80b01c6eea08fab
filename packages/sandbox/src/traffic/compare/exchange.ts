/** A probe's request to one side, and the response. */
export interface Exchange {
  /** Title of the probe. */
  title: string
  /** `GET /v3/users/:id`, or `WebSocket`. */
  route: string
  comparesEmptiness: boolean
  outcome: Outcome
}

/** Result of a probe on one side. */
export type Outcome =
  | { kind: 'answered'; status?: number; headers: Record<string, string>; body: ExchangeBody }
  | { kind: 'skipped'; reason: string }
  | { kind: 'failed'; reason: string }

/** Body of a response. Only JSON is compared within. */
export type ExchangeBody =
  | { kind: 'none' }
  | { kind: 'json'; value: unknown }
  | { kind: 'text' }
  | { kind: 'binary' }
  | { kind: 'too long' }
