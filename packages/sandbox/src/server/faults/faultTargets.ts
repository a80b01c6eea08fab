/** The side of the sandbox that a fault can happen to: the response to a request, a value sent by a socket, or the chats page. */
export type Face = 'request' | 'socket' | 'page'

/** Every operation that a fault can be for, with its side. */
export type FaultTargets = ReadonlyMap<string, Face>
