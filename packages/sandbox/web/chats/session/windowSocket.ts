import { io, type Socket } from 'socket.io-client'
import type { ServerEvents, WindowAnswer, WindowEvents } from '../../../src/chats/events.ts'

/** The connection to the sandbox. */
export type WindowSocket = Socket<ServerEvents, WindowEvents>

/** Connects with the token of a link. */
export function connectWindow(token: string): WindowSocket {
  return io('/chats', {
    auth: { token },
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5_000,
  })
}

/** How long the server may take to answer. */
const answerMs = 10_000

/** What came of a question. */
export type Answered<Result> = { ok: true; result: Result } | { ok: false; error: { message: string } }

/** Asks the server; a broken connection and a late answer come back as refusals too. */
export async function ask<Result>(
  socket: WindowSocket,
  question: (socket: ReturnType<WindowSocket['timeout']>) => Promise<WindowAnswer<Result>>,
): Promise<Answered<Result>> {
  if (!socket.connected) return { ok: false, error: { message: 'There is no connection.' } }
  try {
    return await question(socket.timeout(answerMs))
  } catch {
    return { ok: false, error: { message: 'There was no answer.' } } // The connection broke, or time ran out.
  }
}
