import type { IncomingMessage } from 'node:http'
import { toTarget } from '../http/toTarget.ts'

/** A Node request, with the fields that frameworks add. */
export type NodeRequest = IncomingMessage & {
  /** The whole path, where a router has shortened `url`. */
  originalUrl?: string
  /** Set by a body parser that ran before: the stream is empty then. */
  body?: unknown
}

/** Returns path and query of a Node request as they arrived, whatever a router has made of them. */
export function targetOf(request: NodeRequest): string {
  return toTarget({ target: request.originalUrl ?? request.url ?? '/', host: hostOf(request) })
}

/** Returns the host that a client asked for. */
export function hostOf({ headers }: NodeRequest): string | undefined {
  return headers.host ?? headers[':authority']?.toString()
}
