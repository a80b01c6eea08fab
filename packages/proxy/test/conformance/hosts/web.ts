import { getRequestListener } from '@hono/node-server'
import compression from 'compression'
import { toNext } from '../../../src/next/index.ts'
import { type Host, type HostParameters, handleOther, serveListener } from '../host.ts'

type Handler = (request: Request) => Promise<Response>

/** `chat.fetch` behind a server that makes web requests. */
export const fetchHost: Host = {
  name: 'chat.fetch',
  hasParser: false,
  serve: async (parameters) => serve({ handle: parameters.chat.fetch, ...parameters }),
}

/** The handlers of a Next route, called as Next calls them. */
export const nextHost: Host = {
  name: 'Next route handlers',
  hasParser: false,
  serve: async (parameters) => {
    const handlers = new Map<string, Handler>(Object.entries(toNext(parameters.chat)))
    const handle: Handler = async (request) =>
      handlers.get(request.method)?.(request) ?? new Response(null, { status: 405 })
    return serve({ handle, ...parameters })
  },
}

function serve({ handle, compressed }: HostParameters & { handle: Handler }): ReturnType<typeof serveListener> {
  const listener = getRequestListener(handle, { overrideGlobalObjects: false })
  const compress = compressed ? compression({ threshold: 0 }) : undefined
  return serveListener((request, response) => {
    if (request.url === '/deals') handleOther(request, response)
    else if (compress)
      compress(request as never, response as never, () => void listener(request, response)) // As in Connect.
    else void listener(request, response)
  })
}
