import { vendorApis } from '../../vendorApis.ts'

/** What a fault can happen to: the answer to a request, what a socket is told, or the chats page. */
export type Face = 'request' | 'socket' | 'page'

/** What besides the vendors' routes can be made to go wrong: their sockets, and the chats page. */
const otherFaces = {
  'wazzup-v2.watchUnanswered': 'socket',
  'wazzup-v3.watchUnanswered': 'socket',
  'whatomate.watchEvents': 'socket',
  'chats.openPage': 'page',
  'chats.watchWindow': 'socket',
} as const satisfies Record<string, Face>

/** A socket, or the chats page. */
export type OtherTarget = keyof typeof otherFaces
/** A socket. */
export type SocketTarget = {
  [Target in OtherTarget]: (typeof otherFaces)[Target] extends 'socket' ? Target : never
}[OtherTarget]

const others = new Map<string, Face>(Object.entries(otherFaces))

/** Every socket, and the chats page. */
export const otherTargets = [...others.keys()]

/** Every operation that a fault can be for. */
export function listTargets(): string[] {
  const operations = vendorApis.flatMap(({ routes }) => routes.map(({ operation }) => operation))
  return [...new Set([...operations, ...otherTargets])]
}

/** What faults happen to there. */
export function getFace(target: string): Face {
  return others.get(target) ?? 'request'
}
