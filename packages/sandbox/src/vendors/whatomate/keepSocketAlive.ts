import type { WebSocket } from 'ws'
import { startInterval, startTimer } from '../../store/clock/timers.ts'

const pingMs = 54_000
/** Longest time without a pong. */
const deadlineMs = 60_000

/** Pings a socket, and terminates it after a minute without a pong. @returns a function that stops it */
export function keepSocketAlive(socket: WebSocket): () => void {
  let deadline = startTimer(() => socket.terminate(), deadlineMs)
  const timer = startInterval(() => socket.ping(), pingMs)
  socket.on('pong', () => {
    clearTimeout(deadline)
    deadline = startTimer(() => socket.terminate(), deadlineMs)
  })
  return () => {
    clearTimeout(deadline)
    clearInterval(timer)
  }
}
