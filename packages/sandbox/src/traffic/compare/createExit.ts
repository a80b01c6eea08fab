import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import { WebSocket } from 'ws'
import { abortAfter, startTimer } from '../../store/clock/timers.ts'
import type { Guard, OutgoingRequest } from './createGuard.ts'
import type { Outcome } from './exchange.ts'
import type { ProbeSocket, SocketEnd } from './probe.ts'

/** The only place where requests leave: the guard sees each of them first. */
export interface Exit {
  /** Sends a request. @throws {RequestNotAllowedError} */
  send: (request: OutgoingRequest & { headers: Record<string, string> }) => Promise<Outcome>
  /** Opens a socket. @throws {RequestNotAllowedError} */
  open: (url: string) => ProbeSocket
}

const timeoutMs = 20_000
const maxBytes = 2 * 1024 * 1024

/** Creates the exit of one side. No error holds one of the `secrets`. */
export function createExit({ guard, secrets }: { guard: Guard; secrets: string[] }): Exit {
  const redact = createSecretRedactor(() => secrets)
  return {
    async send(request) {
      guard.check(request)
      const outcome = await fetchOutcome(request, redact)
      if (outcome.kind === 'answered' && outcome.body.kind === 'json') guard.learn(request, outcome.body.value)
      return outcome
    },
    open(url) {
      guard.checkSocket(url)
      return openSocket(url)
    },
  }
}

async function fetchOutcome(
  { method, url, body, headers }: OutgoingRequest & { headers: Record<string, string> },
  redact: (text: string) => string,
): Promise<Outcome> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      redirect: 'manual', // A redirect would carry the key to another host.
      signal: abortAfter(timeoutMs),
    })
    const bytes = await readBytes(response)
    return {
      kind: 'answered',
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: toBody(bytes),
    }
  } catch (error) {
    return { kind: 'failed', reason: redact(describeFailure(error)) }
  }
}

/** Reads a body up to the limit. @returns nothing for a longer one */
async function readBytes(response: Response): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) return undefined // Leaving the loop cancels the body.
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

type AnsweredBody = Extract<Outcome, { kind: 'answered' }>['body']

function toBody(bytes: Buffer | undefined): AnsweredBody {
  if (!bytes) return { kind: 'too long' }
  if (bytes.length === 0) return { kind: 'none' }
  const text = bytes.toString('utf8')
  if (text.includes('\uFFFD')) return { kind: 'binary' }
  try {
    return { kind: 'json', value: JSON.parse(text) }
  } catch {
    return { kind: 'text' }
  }
}

/** Code of a failure, such as ECONNREFUSED: its message may hold an address. */
function describeFailure(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no response within ${timeoutMs / 1000} seconds`
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined
  return code === undefined ? 'the connection failed' : `the connection failed (${code})`
}

/** A WebSocket whose frames can be awaited one by one. */
function openSocket(url: string): ProbeSocket {
  const socket = new WebSocket(url, { maxPayload: maxBytes, handshakeTimeout: timeoutMs })
  const texts: string[] = []
  const unsent: string[] = []
  let end: SocketEnd | undefined
  let wake = (): void => undefined
  const finish = (reason: SocketEnd): void => {
    end ??= reason
    wake()
  }
  socket.on('open', () => {
    for (const text of unsent.splice(0)) socket.send(text)
  })
  socket.on('message', (data) => {
    if (texts.length < 1_000) texts.push(data.toString())
    wake()
  })
  socket.on('unexpected-response', (request, response) => {
    request.destroy()
    finish({ refused: response.statusCode ?? 0 })
  })
  socket.on('error', () => finish('unreachable'))
  socket.on('close', (code) => finish({ closed: code }))
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text)
      else if (socket.readyState === WebSocket.CONNECTING) unsent.push(text)
    },
    async next(quietMs) {
      if (texts.length === 0 && end === undefined) {
        await new Promise<void>((resolve) => {
          const timer = startTimer(resolve, quietMs)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const text = texts.shift()
      return text === undefined ? { end: end ?? 'silent' } : { text }
    },
    close: () => socket.terminate(),
  }
}
