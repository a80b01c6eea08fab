import type { ReceivedCount } from '../transports/transport.ts'

/** A value and the connection that brought it. */
export interface ReceivedValue {
  value: ReceivedCount
  /** Time at which the connected tab took over from another one. */
  lead: number
  /** Number of the connection within its tab. */
  connection: number
}

/**
 * Returns true for a value that is older than the one shown, e.g. because it was delayed on its way from another tab.
 * Within an epoch `seq` decides. Between epochs the later connection wins, since it has read the number later, and
 * within one connection the higher epoch. Comparing epochs alone would freeze a page that comes from one proxy process
 * to another that has been running for longer.
 */
export function isOutdated(received: ReceivedValue, shown: ReceivedValue): boolean {
  const { epoch = 0, seq = 0 } = received.value
  const { epoch: shownEpoch = 0, seq: shownSeq = 0 } = shown.value
  if (epoch === shownEpoch) return seq < shownSeq
  const later = received.lead - shown.lead || received.connection - shown.connection || epoch - shownEpoch
  return later < 0
}
