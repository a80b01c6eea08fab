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

/** Parameters of every vendor's `watchUnanswered`. */
export interface WatchUnansweredParameters {
  userId: string
  onValue: (value: UnansweredValue) => void
  /** The last value may be out of date until the next one comes. */
  onOutage?: (outage: CounterOutage) => void
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
