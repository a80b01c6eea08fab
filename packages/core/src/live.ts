import { runSse } from './transports/runSse.ts'
import { prepareConnection } from './unanswered/prepareConnection.ts'

/** The live connection: the part of the client that each page with a counter needs. */
export const live = { prepareConnection, runSse }
