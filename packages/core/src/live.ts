import { runSse } from './transports/runSse.ts'
import { connectStore } from './unanswered/connectStore.ts'

/** The live connection: the part of the client that each page with a counter needs. */
export const live = { connectStore, runSse }
