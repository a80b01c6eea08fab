import { createServer, type RequestListener, type Server } from 'node:http'
import type { ChatProxy } from '../../src/createChatProxy.ts'

/** A framework that the proxy is mounted in. */
export interface Host {
  name: string
  /** True where the framework, or a middleware that it is used with, reads bodies. */
  hasParser: boolean
  /** Makes a server of a proxy, which is not listening yet. It responds to `GET /deals` by itself. */
  serve: (parameters: HostParameters) => Promise<Server>
}

/** Parameters of a {@link Host}. */
export interface HostParameters {
  chat: ChatProxy
  /** Reads bodies before the proxy gets them. */
  parsed: boolean
  /** Compresses responses. */
  compressed: boolean
  /** Path that the proxy is mounted at: its base path, or the beginning of it. @default the root */
  prefix?: string | undefined
}

/** Makes a server of a listener. */
export function serveListener(listener: RequestListener): Server {
  return createServer(listener)
}

/** Handles the requests that are none of the proxy's. */
export const handleOther: RequestListener = (request, response) => {
  if (request.url === '/deals') response.end('deals')
  else response.writeHead(404).end()
}
