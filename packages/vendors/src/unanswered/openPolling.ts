import { findNetworkCode } from '../http/findNetworkCode.ts'
import { loadNodeHttp, requestText, type TextResponse } from '../http/requestText.ts'
import { createBucket } from './createBucket.ts'
import { parsePacket } from './packet.ts'
import { decodePayload, encodePayload } from './payload.ts'
import {
  maxResponseBytes,
  maxWaitingBytes,
  type Transport,
  type TransportParameters,
  toEngineUrl,
} from './transport.ts'

/** Time for the last request of a session. */
const goodbyeMs = 1_000
/** Polls a second of a host that responds to every one at once. */
const pace = { perSecond: 20, atOnce: 20 }

/** Opens engine.io over HTTP requests: one waits for packets, another sends them. @throws {Error} where Node's HTTP is missing. */
export function openPolling({ url, generation, clock, onPacket, onEnd }: TransportParameters): Transport {
  const ended = new AbortController()
  const agent = new (loadNodeHttp(url.protocol).Agent)({ keepAlive: true, maxSockets: 2 })
  let query: Record<string, string> = { transport: 'polling', ...(generation === 'older' && { b64: '1' }) }
  const bucket = createBucket({ ...pace, clock })
  let waiting: string[] = []
  let isSending = false

  function close(): void {
    ended.abort()
    agent.destroy()
  }
  const end: typeof onEnd = (reason) => {
    if (ended.signal.aborted) return
    close()
    onEnd(reason)
  }
  function request(body?: string): Promise<TextResponse> {
    return requestText({
      url: toEngineUrl({ url, generation, query }),
      ...(body === undefined ? {} : { method: 'POST', body }),
      maxBytes: maxResponseBytes,
      agent,
      signal: ended.signal,
    })
  }

  async function poll(): Promise<void> {
    while (!ended.signal.aborted) {
      const waitMs = bucket.waitMs()
      if (waitMs > 0) await clock.sleep(waitMs, ended.signal)
      bucket.take()
      receive(await request())
    }
  }

  function receive({ status, text }: TextResponse): void {
    const packets = status === 200 ? decodePayload(text, generation) : undefined
    if (status !== 200) end({ status, body: text })
    else if (!packets) end({ code: 'BAD_PACKET' })
    for (const packet of packets ?? []) take(packet)
  }

  function take(packet: string): void {
    if (ended.signal.aborted) return
    if (query.sid === undefined) {
      const open = parsePacket(packet)
      if (open?.type === 'open') query = { ...query, sid: open.sid }
    }
    onPacket(packet)
  }

  async function flush(): Promise<void> {
    if (isSending) return
    isSending = true
    while (waiting.length > 0 && !ended.signal.aborted) {
      const body = encodePayload(waiting, generation)
      waiting = []
      const { status, text } = await request(body)
      if (status !== 200) end({ status, body: text })
    }
    isSending = false
  }

  const fail = (error: unknown): void => end({ code: findNetworkCode(error) ?? 'CLOSED' })
  void poll().catch(fail)
  /** Tells the host that the session is over, which would keep it for a while. */
  async function sayGoodbye(): Promise<void> {
    const late = new AbortController()
    const address = toEngineUrl({ url, generation, query })
    const body = encodePayload(['1'], generation)
    void clock.sleep(goodbyeMs, late.signal).then(() => late.abort())
    await requestText({ url: address, method: 'POST', body, maxBytes: maxResponseBytes, signal: late.signal }).finally(
      () => late.abort(),
    )
  }

  return {
    send(packet) {
      waiting.push(packet)
      if (waiting.join('').length > maxWaitingBytes) end({ code: 'HOST_DOES_NOT_READ' })
      void flush().catch(fail)
    },
    close() {
      if (ended.signal.aborted) return
      close()
      if (query.sid !== undefined) sayGoodbye().catch(() => undefined) // It has a timeout of its own.
    },
  }
}
