import type { CounterSocket } from './connectSocket.ts'

/** Socket.IO's client for servers of its years up to 2020, which comes without types: what is used of it. */
export const connect: (url: string, options: object) => CounterSocket
