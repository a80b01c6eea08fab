import type { StatusChange } from '@crm-chat/protocol'

/** Status of a message, with the vendor's code of a failure. */
export type ReachedStatus = Pick<StatusChange, 'status' | 'code'>

/** From the first to the last. A failure comes before `delivered`: a message that arrived has not failed. */
const order = ['unknown', 'pending', 'sent', 'failed', 'received', 'delivered', 'read']

/** Returns the later one of two, whichever order they came in. */
export function laterStatus(one: ReachedStatus | undefined, other: ReachedStatus): ReachedStatus {
  if (!one) return other
  const difference = rankOf(other) - rankOf(one) || compareWords(spell(other), spell(one))
  return difference > 0 ? other : one
}

/** A word that this version does not know ranks with `unknown`. */
function rankOf({ status }: ReachedStatus): number {
  return Math.max(0, order.indexOf(status))
}

function spell({ status, code = '' }: ReachedStatus): string {
  return `${status} ${code}`
}

function compareWords(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
