import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { serveParent } from '../process/serveParent.ts'
import { listen } from './listen.ts'
import { authorization, createAgent, type UpstreamParameters } from './upstream.ts'

const agent = createAgent()

/** The floor of `POST /window`: reads the body, has the vendor make a link and returns it, and checks nothing. */
const methods = {
  start({ vendorUrl }: UpstreamParameters): Promise<string> {
    return listen(
      createServer((incoming, response) => {
        handle({ vendorUrl, incoming, response }).catch(() => response.destroy())
      }),
    )
  },
}

async function handle({
  vendorUrl,
  incoming,
  response,
}: UpstreamParameters & { incoming: IncomingMessage; response: ServerResponse }): Promise<void> {
  const { scope, chats } = JSON.parse(await readText(incoming))
  const body = JSON.stringify({ user: { id: 'u1', name: 'User 1' }, scope, filter: chats })
  const { url } = JSON.parse(await post({ url: `${vendorUrl}/v2/iframe`, body }))
  const link = JSON.stringify({ url, origin: new URL(url).origin, expiresAt: null })
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(link) }).end(link)
}

function post({ url, body }: { url: string; body: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { authorization, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    request(url, { agent, method: 'POST', headers }, (answer) => resolve(readText(answer)))
      .on('error', reject)
      .end(body)
  })
}

async function readText(message: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of message) text += chunk
  return text
}

export type RawHandler = typeof methods
serveParent(methods)
