import type { WebSocket } from 'ws'

const pingMs = 54_000
/** Longest time without a pong. */
const deadlineMs = 60_000

/** Pings a socket, and terminates it after a minute without a pong. @returns a function that stops it */
export function keepSocketAlive(socket: WebSocket): () => void {
  let deadline = setTimeout(() => socket.terminate(), deadlineMs)
  const timer = setInterval(() => socket.ping(), pingMs)
  socket.on('pong', () => {
    clearTimeout(deadline)
    deadline = setTimeout(() => socket.terminate(), deadlineMs)
  })
  return () => {
    clearTimeout(deadline)
    clearInterval(timer)
  }
}
