import type { Unanswered } from '@crm-chat/protocol'

/** A value and the connection that brought it. */
export interface ReceivedValue {
  value: Unanswered
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
  const epochs = received.value.epoch - shown.value.epoch
  if (epochs === 0) return received.value.seq < shown.value.seq
  return (received.lead - shown.lead || received.connection - shown.connection || epochs) < 0
}
