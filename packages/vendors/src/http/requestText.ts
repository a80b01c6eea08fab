import { limitError } from './limitError.ts'

type NodeHttp = typeof import('node:http')

/** Parameters of {@link requestText}. */
export interface TextRequest {
  url: URL
  method?: 'GET' | 'POST'
  body?: string
  /** @default those of a text */
  headers?: Record<string, string>
  /** Largest response; reading a longer one fails. */
  maxBytes: number
  /** Connections to reuse. @default a new connection */
  agent?: InstanceType<NodeHttp['Agent']>
  signal: AbortSignal
}

/** Response to a {@link requestText}. */
export interface TextResponse {
  status: number
  /** Value of a header, named in lower case. */
  header: (name: string) => string | null
  text: string
}

/** Loads Node's own HTTP client, which no bundler should look for in a worker. @throws {Error} where there is none. */
export function loadNodeHttp(protocol: string): NodeHttp {
  const name = protocol === 'https:' ? 'node:https' : 'node:http'
  const loaded = globalThis.process?.getBuiltinModule?.(name)
  if (!loaded) throw new Error('This runtime has no HTTP client of Node.')
  // `node:https` has the same functions and classes.
  return loaded as NodeHttp
}

/**
 * Sends a request with Node's own client, which writes no address to the log of `NODE_DEBUG`, and follows no redirect.
 * Headers are limited to 16 KiB by Node.
 * @throws {Error} of the network, or for a response that is too long or was cut off.
 */
export function requestText({
  url,
  method = 'GET',
  body,
  maxBytes,
  agent,
  signal,
  ...given
}: TextRequest): Promise<TextResponse> {
  return new Promise((resolve, reject) => {
    const headers = given.headers ?? (body === undefined ? {} : { 'content-type': 'text/plain;charset=UTF-8' })
    const request = loadNodeHttp(url.protocol).request(url, { method, agent: agent ?? false, signal, headers })
    request.on('error', reject)
    request.on('close', () => reject(new Error('The connection was closed before the response was complete.')))
    request.on('response', (response) => {
      const chunks: Uint8Array[] = []
      let size = 0
      response.on('data', (chunk: Uint8Array) => {
        size += chunk.length
        if (size > maxBytes) request.destroy(limitError(maxBytes))
        else chunks.push(chunk)
      })
      response.on('error', reject)
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          header: (name) => [response.headers[name] ?? []].flat()[0] ?? null,
          text: decode({ chunks, size }),
        }),
      )
    })
    request.end(body)
  })
}

function decode({ chunks, size }: { chunks: Uint8Array[]; size: number }): string {
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return new TextDecoder().decode(bytes)
}
