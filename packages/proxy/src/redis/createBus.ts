import type { Redis } from 'ioredis'
import * as z from 'zod'
import { type Clock, every } from '../clock.ts'
import { describeError } from '../describeError.ts'
import { createRecent } from '../limits/createRecent.ts'
import type { ProxyLogger } from '../logger.ts'
import { type SharedMessage, sharedMessageSchema } from '../processes/sharedMessage.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'
import { execute } from './execute.ts'
import { parseJson } from './parseJson.ts'

/** Messages between processes. */
export interface Bus {
  /** Never throws, and nobody waits for it. */
  publish: (message: SharedMessage) => void
  /** Number of messages of others that were ignored. */
  ignored: () => number
  close: () => void
}

/** Largest message, in characters. */
const maxLength = 262_144

/** Age after which a message is ignored. A logout counts for as long as a stream may live. */
const maxAgeMs = { event: 30_000, revoke: 900_000 }

/** Interval of a look whether the connection is alive, and no logout was missed. */
const lookMs = 10_000

/** Clocks of two servers may differ by as much. */
const toleranceMs = 30_000

/** Processes whose last number is known, and logouts: those to be told, those of others at a time, and those applied. */
const maxSenders = 1_000
const maxLogouts = 10_000

/** Characters of messages on their way: a Redis that is slow must not fill the memory. */
const maxUnderWay = 8_388_608

const envelopeSchema = z.strictObject({
  from: z.string().max(64),
  /** Rises with each message of a process: one that is played again is ignored. */
  number: z.int().min(1),
  /** Milliseconds since 1970. */
  at: z.number(),
  message: sharedMessageSchema,
})

type Envelope = z.infer<typeof envelopeSchema>

/** Makes a {@link Bus}. Whatever was not sealed by a process of this CRM is dropped, counted, and logged once a minute. */
export function createBus({
  link,
  subscriber,
  clock,
  seal,
  holder,
  prefix,
  logger,
  onMessage,
}: {
  link: Link
  subscriber: Redis
  clock: Clock
  seal: Seal
  holder: string
  prefix: string
  logger: ProxyLogger
  onMessage: (message: SharedMessage) => void
}): Bus {
  const channel = `${prefix}:bus`
  const logouts = `${prefix}:logouts`
  const senders = createRecent<number>({ max: maxSenders })
  const applied = createRecent<true>({ max: maxLogouts })
  /** Logouts that no other process could be told of. */
  const untold = new Set<SharedMessage>()
  let number = 0
  let ignored = 0
  let underWay = 0
  let isClosed = false
  /** Time up to which all logouts are known. */
  let heardAt = clock.now()

  function drop(reason: string): void {
    ignored += 1
    logger.repeated({ level: 'warn', fields: { reason }, message: 'a message in Redis was ignored' })
  }

  /** Returns a message that another process of this CRM has sealed. */
  function open(text: string): Envelope | undefined {
    if (text.length > maxLength) return void drop('it is too large')
    const json = seal.unseal(channel, text)
    if (json === undefined) return void drop('it was not sealed with the secret of this proxy')
    const envelope = parseJson({ text: json, schema: envelopeSchema })
    if (!envelope) return void drop('it has an unknown form, e.g. that of another version')
    const { from, at, message } = envelope
    if (from === holder) return undefined
    if (Math.abs(clock.now() - at) <= maxAgeMs[message.kind]) return envelope
    return void drop('it is too old, or the clocks of two servers differ')
  }

  function receive(text: string): void {
    const envelope = open(text)
    if (!envelope) return
    const isRepeated = (senders.get(envelope.from) ?? 0) >= envelope.number
    if (isRepeated) drop('it came before')
    else {
      senders.set(envelope.from, envelope.number)
      apply(envelope)
    }
  }

  function apply({ from, number: own, message }: Envelope): void {
    if (message.kind === 'revoke') applied.set(`${from} ${own}`, true)
    try {
      onMessage(message)
    } catch (error) {
      const fields = { reason: describeError(error) }
      logger.repeated({ level: 'error', fields, message: 'a message of another process failed' })
    }
  }

  async function send(message: SharedMessage): Promise<void> {
    number += 1
    const envelope: Envelope = { from: holder, number, at: clock.now(), message }
    const text = seal.seal(channel, JSON.stringify(envelope))
    if (text.length > maxLength || underWay + text.length > maxUnderWay) {
      lose(text)
      return
    }
    underWay += text.length
    try {
      await link.run((client) =>
        message.kind === 'revoke' ? sendLogout(client, text) : client.publish(channel, text).then(() => {}),
      )
    } finally {
      underWay -= text.length
    }
  }

  function lose(text: string): void {
    const reason = text.length > maxLength ? 'it is too large' : 'too many are under way'
    logger.repeated({
      level: 'warn',
      fields: { reason },
      message: 'an event was not shown to pages of other processes',
    })
  }

  /** Logouts stay for a while, for processes that do not hear of them at once. */
  function sendLogout(client: Redis, text: string): Promise<void> {
    return execute(
      client
        .multi()
        .zremrangebyscore(logouts, '-inf', clock.now() - maxAgeMs.revoke)
        .zadd(logouts, clock.now(), text)
        .pexpire(logouts, maxAgeMs.revoke)
        .publish(channel, text),
    )
  }

  /** Nobody waits for it. The link reports a failure: an event is for pages of the moment, and a logout is told later. */
  function publish(message: SharedMessage): void {
    send(message).catch(() => {
      if (message.kind === 'revoke') untold.add(message)
      const [first] = untold
      if (untold.size > maxLogouts && first) untold.delete(first)
    })
  }

  function tellAgain(): void {
    const messages = [...untold]
    untold.clear()
    for (const message of messages) publish(message)
  }

  /** Applies logouts that this process has not heard of. */
  async function catchUp(): Promise<void> {
    if (subscriber.status !== 'ready') return
    const now = clock.now()
    const texts = await link.run((client) =>
      client.zrangebyscore(logouts, heardAt - toleranceMs, '+inf', 'LIMIT', 0, maxLogouts),
    )
    for (const text of texts) {
      const envelope = open(text)
      const isMissed = envelope?.message.kind === 'revoke' && !applied.get(`${envelope.from} ${envelope.number}`)
      if (isMissed) apply(envelope)
    }
    heardAt = now
  }

  async function listen(): Promise<void> {
    try {
      await subscriber.subscribe(channel)
    } catch {
      if (!isClosed && subscriber.status === 'ready') subscriber.disconnect(true) // It begins anew.
      return
    }
    await catchUp()
  }

  async function look(): Promise<void> {
    tellAgain()
    if (subscriber.status !== 'ready') return
    await subscriber.ping() // A dead connection is ended by its timeout.
    await catchUp()
  }

  const quietly = (task: () => Promise<void>) => () => void task().catch(() => {}) // The link reports; it comes again.

  subscriber.on('error', () => {}) // The link reports for both.
  subscriber.on('ready', quietly(listen))
  subscriber.on('message', (_, text) => receive(text))
  const stop = every({ clock, ms: lookMs, callback: quietly(look) })
  link.onBack(tellAgain)
  link.onBack(quietly(catchUp))

  return {
    publish,
    ignored: () => ignored,
    close: () => {
      isClosed = true
      stop()
    },
  }
}
