/** A number of unanswered chats. Unknown is not 0: there is no value until the vendor has sent a number. */
export interface UnansweredValue {
  count: number
  /** Red: the user is responsible. Grey: somebody else is. `null` when there is none. */
  tone: 'red' | 'grey' | null
  /** Time of arrival, ISO 8601. */
  at: string
}

/** Reason why no value comes at the moment. */
export type CounterOutage = 'unreachable' | 'dropped' | 'refused'

/** Cause of an outage. It holds no text of the vendor and no key, so it may be logged. */
export interface CounterOutageDetails {
  /**
   * Code of the network (`ECONNREFUSED`, `ENOTFOUND`, `CERT_HAS_EXPIRED`, `WS_ERR_…`), status of the vendor's response
   * (`HTTP_502`), or one of ours: `TIMEOUT`, `CLOSED`, `NO_HEARTBEAT`, `BAD_PACKET`, `HOST_DOES_NOT_READ`, `OTHER_GENERATION`,
   * `REFUSED`, `DISCONNECTED_BY_HOST`, `NO_SOCKETS_HERE`, `CALLBACK_FAILED`, `BAD_ANSWER`, `UNKNOWN`.
   */
  code: string
}

/** Parameters of every vendor's `watchUnanswered`. */
export interface WatchUnansweredParameters {
  userId: string
  onValue: (value: UnansweredValue) => void
  /** The last value may be out of date until the next one comes. */
  onOutage?: (outage: CounterOutage, details: CounterOutageDetails) => void
  /** True while somebody looks at this counter: after an outage, it is connected before the others. @default false */
  isUrgent?: () => boolean
}

/** Builds a value from a count and, if the vendor sends it, a tone. Without a tone, a count above 0 is red. */
export function toUnansweredValue({
  count,
  tone = 'red',
  now,
}: {
  count: number
  tone?: 'red' | 'grey' | null | undefined
  now: number
}): UnansweredValue {
  return { count, tone: count > 0 ? (tone ?? 'red') : null, at: new Date(now).toISOString() }
}
