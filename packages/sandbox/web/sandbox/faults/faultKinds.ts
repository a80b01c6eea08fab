import type { Fault } from '../../../src/faults/fault.ts'

/** A kind of fault. */
export type FaultKind = Fault['kind']

/** What people call the kinds of faults. */
export const faultNames: Record<FaultKind, string> = {
  status: 'Answers with an error',
  delay: 'Answers late',
  reset: 'Resets the connection',
  truncate: 'Ends in the middle of the answer',
  notJson: 'Answers with a page instead of JSON',
  drip: 'Answers a few bytes at a time',
  hang: 'Does it, and never answers',
  drop: 'Ends the connection',
  halfOpen: 'Goes silent, although connected',
  flood: 'Tells the same a thousand times',
  outOfOrder: 'Tells a value after the next one',
  garbage: 'Tells something that is no value',
  silent: 'Does not tell the value',
  pageDown: 'Does not load',
  refuseFraming: 'Refuses to be framed',
  hostileMessages: 'Posts hostile messages',
  hugeHeight: 'Is a hundred thousand pixels high',
}

const socketKinds: FaultKind[] = ['drop', 'halfOpen', 'flood', 'outOfOrder', 'garbage', 'silent']
const pageKinds: FaultKind[] = ['pageDown', 'refuseFraming', 'hostileMessages', 'hugeHeight']
const httpKinds: FaultKind[] = ['status', 'delay', 'reset', 'truncate', 'notJson', 'drip', 'hang']

/** The kinds of faults that can happen to an operation: by its name it is a socket, the chats page, or a request. */
export function listKinds(operation: string): FaultKind[] {
  if (operation === 'chats.openPage') return pageKinds
  return /\.watch[A-Z]/.test(operation) ? socketKinds : httpKinds
}

/** A fault as the form describes it: a number matters to those that have one. */
export function toFault({ kind, amount }: { kind: FaultKind; amount: number }): object {
  if (kind === 'status') return { kind, status: amount }
  if (kind === 'delay') return { kind, ms: amount }
  return { kind }
}

/** What a kind's number is, if it has one. */
export const amounts: Partial<Record<FaultKind, { label: string; initial: number }>> = {
  status: { label: 'Status', initial: 500 },
  delay: { label: 'Milliseconds', initial: 5_000 },
}
