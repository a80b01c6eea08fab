import { request } from 'node:http'

/** The raw outcome of a request. */
export interface RawEnd {
  status: number | undefined
  text: string
  /** `complete`, or an error code, e.g. `ECONNRESET`. */
  end: string
}

/** Posts a body over a new connection and records how it ends. */
export function postRaw({
  url,
  headers,
  body,
}: {
  url: string
  headers: Record<string, string>
  body: unknown
}): Promise<RawEnd> {
  return new Promise((resolve) => {
    const options = { method: 'POST', agent: false, headers: { ...headers, 'content-type': 'application/json' } }
    const sent = request(url, options, (response) => {
      let text = ''
      const finish = (end: string): void => resolve({ status: response.statusCode, text, end })
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => finish('complete'))
      response.on('error', (error: NodeJS.ErrnoException) => finish(error.code ?? error.message))
    })
    sent.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ status: undefined, text: '', end: error.code ?? error.message }),
    )
    sent.end(JSON.stringify(body))
  })
}
