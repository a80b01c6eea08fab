/** The part of a socket that both generations of Socket.IO have in common. */
export interface CounterSocket {
  on: (event: string, listener: (data: unknown) => void) => unknown
  emit: (event: string, data: unknown) => unknown
  disconnect: () => unknown
}
