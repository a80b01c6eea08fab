import type { CounterSocket } from './counterSocket.ts'

/** Connects with the Socket.IO client for servers up to 2020. That library has no types of its own. */
export function connectOlder(url: string, options: object): CounterSocket
