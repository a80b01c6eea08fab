import { limitError } from './limitError.ts'

type NodeHttp = typeof import('node:http')
type Net = typeof import('node:net')
type Tls = typeof import('node:tls')
type Socket = import('node:net').Socket
type ClientRequestArgs = import('node:http').ClientRequestArgs

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
  return loadBuiltin<NodeHttp>(protocol === 'https:' ? 'node:https' : 'node:http') // Both have the same functions and classes.
}

function loadBuiltin<Module>(name: string): Module {
  const loaded = globalThis.process?.getBuiltinModule?.(name)
  if (!loaded) throw new Error('This runtime has no HTTP client of Node.')
  return loaded as Module // The caller's type is that of the name.
}

/**
 * Sends a request with Node's own client, and follows no redirect. Headers are limited to 16 KiB by Node. Without an agent,
 * the address stays out of the log of `NODE_DEBUG`: agents write it there, and so do undici and `fetch`.
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
    const connection = agent ? { agent } : { createConnection: toConnect(url.protocol) }
    const request = loadNodeHttp(url.protocol).request(url, { method, ...connection, signal, headers })
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

/** Returns a function that opens a new connection, told no more than the host. */
function toConnect(protocol: string): (options: ClientRequestArgs) => Socket {
  const isSecure = protocol === 'https:'
  return (options) => {
    const host = options.host ?? 'localhost'
    const port = Number(options.port)
    if (!isSecure) return loadBuiltin<Net>('node:net').connect({ host, port })
    const servername = loadBuiltin<Net>('node:net').isIP(host) ? '' : host
    return loadBuiltin<Tls>('node:tls').connect({ host, port, servername, ALPNProtocols: ['http/1.1'] })
  }
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
