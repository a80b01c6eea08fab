import type { Agent, Dispatcher } from 'undici'
import type { Deadline } from './createDeadline.ts'
import { limitError } from './limitError.ts'

/** One request with a text as its body. */
export interface SentText {
  url: string
  method: Dispatcher.HttpMethod
  headers: Record<string, string>
  body: string | undefined
  /** Largest response; reading a longer one fails. */
  maxBytes: number
  deadline: Pick<Deadline, 'onEnd' | 'signal'>
}

/** A response that was read to its end. */
export interface ReceivedText {
  status: number
  /** Value of a header, named in lower case. */
  header: (name: string) => string | null
  text: string
}

/** Sends a request and reads its response. */
export type SendText = (request: SentText) => Promise<ReceivedText>

/** Connections to one host. */
const maxConnections = 128
const maxHeaderBytes = 16 * 1024

let loading: Promise<SendText | undefined> | undefined
let loaded: SendText | undefined

/**
 * Finds a way to send texts that costs less than `fetch`, loaded with the first request: undici's, on Node.
 * @returns `undefined` elsewhere, and in a process that sends its requests through a proxy of its own.
 */
export function findSendText(): SendText | undefined | Promise<SendText | undefined> {
  loading ??= load()
  return loaded ?? loading
}

async function load(): Promise<SendText | undefined> {
  if (hasOwnDispatcher()) return undefined
  // Its type is that of undici for this compiler, and `undefined` for runtimes without it.
  const module = (await import('#undici').catch(() => undefined)) as { Agent?: typeof Agent } | undefined
  if (!module?.Agent) return undefined
  const agent = new module.Agent({
    connections: maxConnections,
    maxHeaderSize: maxHeaderBytes,
    bodyTimeout: 0,
    headersTimeout: 0,
  })
  loaded = (request) => dispatch({ ...request, agent })
  return loaded
}

/** A dispatcher that was set for the whole process, such as a proxy's, is used by `fetch` only. */
function hasOwnDispatcher(): boolean {
  const current: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'))
  const isOther = typeof current === 'object' && current !== null && current.constructor.name !== 'Agent'
  return isOther || globalThis.process?.env?.NODE_USE_ENV_PROXY === '1'
}

/** The deadline is the caller's; redirects are not followed. */
function dispatch({
  agent,
  url,
  method,
  headers,
  body,
  maxBytes,
  deadline,
}: SentText & { agent: Agent }): Promise<ReceivedText> {
  return new Promise((resolve, reject) => {
    const { origin, path } = splitUrl(url)
    let controller: Dispatcher.DispatchController | undefined
    let status = 0
    let received: Record<string, string | string[] | undefined> = {}
    let size = 0
    const chunks: Uint8Array[] = []
    let isCancelled = false
    const stop = deadline.onEnd((reason) => {
      isCancelled = true
      controller?.abort(toError(reason))
      fail(reason)
    })
    const fail = (error: unknown): void => {
      stop()
      reject(error)
    }
    agent.dispatch(
      { origin, path, method, headers, body: body ?? null },
      {
        onRequestStart(started) {
          controller = started
          if (isCancelled) started.abort(new Error('The request was cancelled.'))
        },
        onResponseStart(_, statusCode, given) {
          status = statusCode
          received = given
        },
        onResponseData(_, chunk) {
          size += chunk.length
          if (size <= maxBytes) return void chunks.push(chunk)
          const error = limitError(maxBytes)
          fail(error)
          controller?.abort(error)
        },
        onResponseEnd() {
          stop()
          resolve({ status, header: (name) => readHeader(received[name]), text: decode({ chunks, size }) })
        },
        onResponseError: (_, error) => fail(error),
      },
    )
  })
}

function splitUrl(url: string): { origin: string; path: string } {
  const at = url.indexOf('/', url.indexOf('://') + 3)
  return at < 0 ? { origin: url, path: '/' } : { origin: url.slice(0, at), path: url.slice(at) }
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('The request was cancelled.')
}

function readHeader(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value.join(', ') : value) ?? null
}

const decoder = new TextDecoder()

function decode({ chunks, size }: { chunks: Uint8Array[]; size: number }): string {
  const [only] = chunks
  if (only && chunks.length === 1) return decoder.decode(only)
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return decoder.decode(bytes)
}
