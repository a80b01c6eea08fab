import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { serveParent } from '../process/serveParent.ts'
import { listen } from './listen.ts'
import { authorization, createAgent, type UpstreamParameters } from './upstream.ts'

/** The shortest reverse proxy that people write by hand. */
const methods = {
  start({ vendorUrl }: UpstreamParameters): Promise<string> {
    const agent = createAgent()
    return listen(createServer((incoming, response) => forward({ vendorUrl, agent, incoming, response })))
  },
}

function forward({
  vendorUrl,
  agent,
  incoming,
  response,
}: UpstreamParameters & {
  agent: ReturnType<typeof createAgent>
  incoming: IncomingMessage
  response: ServerResponse
}): void {
  const headers = { ...incoming.headers, host: new URL(vendorUrl).host, authorization }
  const outgoing = request(`${vendorUrl}${incoming.url}`, { agent, method: incoming.method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  outgoing.on('error', () => response.destroy())
  incoming.pipe(outgoing)
}

export type BareForward = typeof methods
serveParent(methods)
