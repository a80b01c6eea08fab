import { request } from 'node:http'
import type { Sandbox } from '../src/index.ts'

/** How a request ended, byte by byte. */
export interface RawEnd {
  status: number | undefined
  text: string
  /** `complete`, or the code of what went wrong, e.g. `ECONNRESET`. */
  end: string
}

/** Sends a message over a connection of its own and watches how that ends. */
export function sendRaw(sandbox: Sandbox, body: unknown): Promise<RawEnd> {
  return new Promise((resolve) => {
    const sent = request(
      `${sandbox.url}/v2/send_message`,
      {
        method: 'POST',
        agent: false,
        headers: { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json' },
      },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode, text, end: 'complete' }))
        response.on('error', (error: NodeJS.ErrnoException) =>
          resolve({ status: response.statusCode, text, end: error.code ?? error.message }),
        )
      },
    )
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: undefined, text: '', end: error.code ?? error.message }),
    )
    sent.end(JSON.stringify(body))
  })
}
