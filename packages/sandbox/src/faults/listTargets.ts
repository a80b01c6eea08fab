import { vendorApis } from '../routes/vendorApis.ts'

/** What besides the vendors' routes can be made to go wrong: their sockets, and the chats page. */
export const otherTargets = [
  'wazzup-v2.watchUnanswered',
  'wazzup-v3.watchUnanswered',
  'whatomate.watchEvents',
  'chats.openPage',
  'chats.watchWindow',
] as const
/** A socket, or the chats page. */
export type OtherTarget = (typeof otherTargets)[number]

/** Every operation that a fault can be for. */
export function listTargets(): string[] {
  const operations = vendorApis.flatMap(({ routes }) => routes.map(({ operation }) => operation))
  return [...new Set([...operations, ...otherTargets])]
}
