import type { ServerResponse } from 'node:http'
import { respondJson, type UpstreamRequest } from './startUpstream.ts'

/** One way in which a vendor fails, or repeats a key that it was sent. */
export interface KeyFault {
  name: string
  respond: (response: ServerResponse, request: UpstreamRequest) => void
}

/** Lists ways in which a vendor may send a key back, in each of those forms, and ways to fail without it. */
export function toKeyFaults({ key, forms }: { key: string; forms: string[] }): KeyFault[] {
  const echo = (request: UpstreamRequest): string => `${request.headers.authorization} ${key}`
  const link = `https://evil.com/?key=${encodeURIComponent(key)}`
  const refuse = (status: number, error: unknown): KeyFault['respond'] => {
    return (response) => respondJson(response, { status, body: { error } })
  }
  return [
    { name: '401 with the key for a code', respond: refuse(401, { code: key }) },
    { name: '403 with the key for a text', respond: refuse(403, { code: 'FORBIDDEN', description: key }) },
    { name: '400 with the key for a code', respond: refuse(400, { code: key, description: 'wrong' }) },
    {
      name: '400 with every form of the key for a text',
      respond: (response, request) => {
        const description = [...forms, echo(request)].join(' ')
        respondJson(response, { status: 400, body: { error: 'WRONG', description } })
      },
    },
    {
      name: '400 with the key cut off',
      respond: (response) => {
        const body = { error: `${'x'.repeat(85)}${key}`, description: `${'x'.repeat(480)}${key}` }
        respondJson(response, { status: 400, body })
      },
    },
    {
      name: '500 with the key in HTML',
      respond: (response, request) => void response.writeHead(500).end(`<pre>${echo(request)}</pre>`),
    },
    { name: '500 with the key for a status text', respond: (response) => void response.writeHead(500, key).end() },
    {
      name: 'the key in HTML',
      respond: (response, request) => void response.end(`<pre>${echo(request)}</pre>`),
    },
    {
      name: 'the key for a field name',
      respond: (response) => respondJson(response, { status: 200, body: { [key]: key } }),
    },
    {
      name: 'a redirect with the key',
      respond: (response) => void response.writeHead(302, { location: link }).end(),
    },
    {
      name: 'a link elsewhere with the key',
      respond: (response) => respondJson(response, { status: 200, body: { url: link } }),
    },
    {
      name: 'its own link with the key',
      respond: (response) =>
        respondJson(response, { status: 200, body: { url: link.replace('https://evil.com', 'http://127.0.0.1:9') } }),
    },
    {
      name: 'a header with the key',
      respond: (response) => void response.writeHead(429, { 'retry-after': key, 'x-key': key }).end(),
    },
    {
      name: 'garbage',
      respond: (response, request) => void response.socket?.end(`\u0000\u0001 ${echo(request)}`),
    },
    {
      name: 'a truncated response',
      respond: (response) => {
        response.writeHead(200, { 'content-length': '1000' })
        response.write(`{"url":"${key}`, () => response.socket?.destroy())
      },
    },
    { name: 'a cut connection', respond: (response) => void response.socket?.destroy() },
    { name: 'a hang', respond: () => {} },
  ]
}
