import type { Fault } from '../../../src/server/faults/fault.ts'
import type { DeliveryFault } from '../../../src/server/webhooks/deliveryFaults.ts'

/** A kind of fault of requests, sockets or the chats page. */
export type FaultKind = Fault['kind']
/** A kind of fault of webhooks. */
export type DeliveryKind = DeliveryFault['kind']

/** The place for faults of webhooks. Every other place is an operation or a pattern of operations. */
export const webhooksPlace = 'webhooks'

/** Names of the kinds of faults of requests, sockets and the chats page. */
export const faultNames: Record<FaultKind, string> = {
  status: 'Error response',
  delay: 'Late response',
  reset: 'Connection reset',
  truncate: 'Response cut off',
  notJson: 'HTML instead of JSON',
  drip: 'Slow response, a few bytes at a time',
  hang: 'Processed, but no response',
  drop: 'Connection closed',
  halfOpen: 'Silent but connected',
  flood: 'Message repeated many times',
  outOfOrder: 'Messages out of order',
  garbage: 'Malformed message',
  silent: 'Message not sent',
  pageDown: 'Page does not load',
  refuseFraming: 'Page refuses to be framed',
  hostileMessages: 'Page posts hostile messages',
  hugeHeight: 'Page is a hundred thousand pixels high',
}

/** Names of the kinds of faults of webhooks. */
export const deliveryFaultNames: Record<DeliveryKind, string> = {
  drop: 'Lost',
  duplicate: 'Sent twice',
  delay: 'Sent late',
  reorder: 'Sent after the next one',
}

/** Kinds of faults that apply to the same kind of place. */
export interface KindGroup {
  name: string
  kinds: { kind: FaultKind | DeliveryKind; name: string }[]
}

/** Lists the kinds of faults a place supports: webhooks, an operation, all of a vendor, or everything. */
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
