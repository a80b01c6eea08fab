import type { Redis } from 'ioredis'
import * as z from 'zod'
import { type Clock, every } from '../clock.ts'
import { createRecent } from '../limits/createRecent.ts'
import type { ProxyLogger } from '../logger.ts'
import { type SharedMessage, sharedMessageSchema } from '../processes/sharedMessage.ts'
import type { Link } from './createLink.ts'
import type { Seal } from './createSeal.ts'

/** Messages between processes. */
export interface Bus {
  /** Never throws, and nobody waits for it. */
  publish: (message: SharedMessage) => void
  close: () => void
}

/** Largest message, in characters. */
const maxLength = 262_144

/** Age after which a message is ignored. A logout counts for as long as a stream may live. */
const maxAgeMs = { event: 30_000, revoke: 900_000 }

/** Interval of a look whether the connection is alive. */
const pingMs = 10_000

/** Processes whose last number is known. */
const maxSenders = 1_000

const envelopeSchema = z.strictObject({
  from: z.string().max(64),
  /** Rises with each message of a process: one that is played again is ignored. */
  number: z.int().min(1),
  /** Milliseconds since 1970. */
  at: z.number(),
  message: sharedMessageSchema,
})

type Envelope = z.infer<typeof envelopeSchema>

/** Makes a {@link Bus}. Whatever was not signed by a process of this CRM is dropped, counted, and logged once a minute. */
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
  /** Logouts that no other process could be told of so far. */
  const untold = new Set<SharedMessage>()
  let number = 0
  let isClosed = false

  function drop(reason: string): void {
    logger.repeated({ level: 'warn', fields: { reason }, message: 'a message in Redis was ignored' })
  }

  /** Returns a message that a process of this CRM has signed. */
  function open(text: string): Envelope | undefined {
    if (text.length > maxLength) return void drop('it is too large')
    const json = seal.unseal(channel, text)
    if (json === undefined) return void drop('it was not signed with the secret of this proxy')
    const envelope = envelopeSchema.safeParse(JSON.parse(json))
    if (!envelope.success) return void drop('it has an unknown form, e.g. that of another version')
    const { from, at, message } = envelope.data
    if (from === holder) return undefined
    if (Math.abs(clock.now() - at) <= maxAgeMs[message.kind]) return envelope.data
    return void drop('it is too old, or the clocks of two servers differ')
  }

  function receive(text: string): void {
    const envelope = open(text)
    if (!envelope) return
    const isRepeated = (senders.get(envelope.from) ?? 0) >= envelope.number
    if (isRepeated) drop('it came before')
    else {
      senders.set(envelope.from, envelope.number)
      onMessage(envelope.message)
    }
  }

  async function send(message: SharedMessage): Promise<void> {
    number += 1
    const envelope: Envelope = { from: holder, number, at: clock.now(), message }
    const text = seal.seal(channel, JSON.stringify(envelope))
    if (text.length > maxLength) return drop('an event is too large for other processes')
    await link.run(async (client) => {
      if (message.kind === 'revoke') await sendLogout(client, text)
      else await client.publish(channel, text)
    })
  }

  /** Logouts stay for a while, for processes that do not hear of them at once. */
  async function sendLogout(client: Redis, text: string): Promise<void> {
    const results = await client
      .multi()
      .zremrangebyscore(logouts, '-inf', clock.now() - maxAgeMs.revoke)
      .zadd(logouts, clock.now(), text)
      .pexpire(logouts, maxAgeMs.revoke)
      .publish(channel, text)
      .exec()
    const failed = results?.find(([error]) => error)
    if (failed?.[0]) throw failed[0]
  }

  function publish(message: SharedMessage): void {
    if (message.kind === 'revoke') untold.add(message)
    send(message).then(
      () => untold.delete(message),
      () => {}, // The link has reported it. An event is for pages of the moment; a logout is told later.
    )
    const [first] = untold
    if (untold.size > maxSenders && first) untold.delete(first)
  }

  /** Applies the logouts since a time, which may be known already: the streams of a moment ago are reopened then. */
  async function catchUp(since: number): Promise<void> {
    const texts = await link.run((client) => client.zrangebyscore(logouts, since, '+inf'))
    for (const text of texts) {
      const envelope = open(text)
      if (envelope?.message.kind === 'revoke') onMessage(envelope.message)
    }
  }

  let heardAt = clock.now()
  async function listen(): Promise<void> {
    const since = heardAt - 5_000
    try {
      await subscriber.subscribe(channel)
      heardAt = clock.now()
      await catchUp(since)
    } catch {
      if (!isClosed && subscriber.status === 'ready') subscriber.disconnect(true) // It begins anew.
    }
  }

  function tellAgain(): void {
    for (const message of untold) publish(message)
  }

  async function look(): Promise<void> {
    tellAgain()
    if (subscriber.status !== 'ready') return
    await subscriber.ping() // A dead connection is ended by its timeout.
    heardAt = clock.now()
  }

  subscriber.on('error', () => {}) // The link reports for both.
  subscriber.on('ready', () => void listen())
  subscriber.on('message', (_, text) => receive(text))
  const stop = every({ clock, ms: pingMs, callback: () => void look().catch(() => {}) })
  link.onBack(tellAgain)

  return {
    publish,
    close: () => {
      isClosed = true
      stop()
    },
  }
}
