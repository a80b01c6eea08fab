import type { Fault } from '../../../src/server/faults/fault.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'

/** A kind of fault of requests, sockets or the chats page. */
export type FaultKind = Fault['kind']
/** A kind of fault of webhooks. */
export type DeliveryKind = DeliveryFault['kind']

/** Where the form lets webhooks go wrong; every other place is an operation or a pattern of them. */
export const webhooksPlace = 'webhooks'

/** What people call the kinds of faults of requests, sockets and the chats page. */
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
  flood: 'Tells the same many times',
  outOfOrder: 'Tells a value after the next one',
  garbage: 'Tells something that is no value',
  silent: 'Does not tell the value',
  pageDown: 'Does not load',
  refuseFraming: 'Refuses to be framed',
  hostileMessages: 'Posts hostile messages',
  hugeHeight: 'Is a hundred thousand pixels high',
}

/** What people call the kinds of faults of webhooks. */
export const deliveryFaultNames: Record<DeliveryKind, string> = {
  drop: 'Is lost',
  duplicate: 'Comes twice',
  delay: 'Comes late',
  reorder: 'Comes after the next one',
}

/** Kinds of faults that happen in the same kind of place. */
export interface KindGroup {
  name: string
  kinds: { kind: FaultKind | DeliveryKind; name: string }[]
}

/** The kinds of faults that can happen in a place: webhooks, an operation, all of a vendor, everything. */
export function listKinds(where: string): KindGroup[] {
  if (where === webhooksPlace) return [deliveryGroup]
  if (where === '*') return [requestGroup, socketGroup, pageGroup]
  if (where === 'chats.openPage') return [pageGroup]
  if (where === 'chats.*') return [socketGroup, pageGroup]
  if (where.endsWith('.*')) return [requestGroup, socketGroup]
  return /\.watch[A-Z]/.test(where) ? [socketGroup] : [requestGroup]
}

const requestGroup = toGroup('Requests', ['status', 'delay', 'reset', 'truncate', 'notJson', 'drip', 'hang'])
const socketGroup = toGroup('Sockets', ['drop', 'halfOpen', 'flood', 'outOfOrder', 'garbage', 'silent'])
const pageGroup = toGroup('Chats page', ['pageDown', 'refuseFraming', 'hostileMessages', 'hugeHeight'])
const deliveryKinds: DeliveryKind[] = ['drop', 'duplicate', 'delay', 'reorder']
const deliveryGroup: KindGroup = {
  name: 'Webhooks',
  kinds: deliveryKinds.map((kind) => ({ kind, name: deliveryFaultNames[kind] })),
}

function toGroup(name: string, kinds: FaultKind[]): KindGroup {
  return { name, kinds: kinds.map((kind) => ({ kind, name: faultNames[kind] })) }
}
