import { randomUUID } from 'node:crypto'
import type { Redis } from 'ioredis'
import type { SharedConnection, SharedParameters, SharedState } from '../processes/sharedState.ts'
import { connect } from './connect.ts'
import { createBackup } from './createBackup.ts'
import { createBus } from './createBus.ts'
import { createChats } from './createChats.ts'
import { createDeliveries } from './createDeliveries.ts'
import { createLane } from './createLane.ts'
import { createLeases } from './createLeases.ts'
import { createLedger } from './createLedger.ts'
import { createLink } from './createLink.ts'
import { createSeal } from './createSeal.ts'
import { createValues } from './createValues.ts'
import { createWrites } from './createWrites.ts'
import { countScript } from './scripts.ts'

/** Time for which handled webhooks and messages are known. */
const keepMs = 86_400_000

/** Options of {@link redis}. */
export interface RedisOptions {
  /** Address of a Redis from version 6.2 on, or a Valkey, e.g. `rediss://user:password@redis.internal:6379/0`. */
  url?: string | undefined
  /** In place of `url`: a client of ioredis, whose settings are used for connections of our own. */
  client?: Redis
  /** Secret of this CRM with which everything in Redis is encrypted and signed: at least 32 characters, the same in all processes. */
  secret: string | undefined
  /** Beginning of all keys, where several CRMs use one Redis. @default 'crm-chat' */
  prefix?: string
  /** Time after which the work of a process that died goes to another one, in milliseconds. @default 10_000 */
  leaseMs?: number
  /** Time for one command, in milliseconds: nobody waits longer for a Redis that is slow. @default 200 */
  timeoutMs?: number
}

/**
 * Lets several processes of a CRM share one Redis, for the option `shared` of `createChatProxy`. Needs the package `ioredis`.
 * Use a Redis that keeps its data over a restart (`appendonly yes`) and evicts nothing: it knows which messages were sent.
 * @example
 * createChatProxy({ …, shared: redis({ url: process.env.REDIS_URL, secret: process.env.CHAT_SECRET }) })
 */
export function redis(options: RedisOptions): SharedState {
  return {
    problems: () => listProblems(options),
    redact: (text) => secretsIn(options).reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text),
    open: (parameters) => open({ options, parameters }),
  }
}

function open({
  options: { url, client: given, secret, prefix = 'crm-chat', leaseMs = 10_000, timeoutMs = 200 },
  parameters: { clock, logger, onMessage, onBack },
}: {
  options: RedisOptions
  parameters: SharedParameters
}): SharedConnection {
  const { client, subscriber } = connect({ url, client: given })
  const holder = randomUUID()
  const seal = createSeal({ secret: secret ?? '', prefix }) // None opens before its problems were listed.
  const link = createLink({ client, clock, logger, markKey: `${prefix}:mark`, leaseMs, timeoutMs })
  const writes = createWrites({ link, clock })
  const leases = createLeases({ link, clock, holder, leaseMs })
  const deliveries = createDeliveries({ link, leases, writes, backup: createBackup({ link, keepMs }), clock, seal })
  const ledger = createLedger({
    link,
    writes,
    backup: createBackup({ link, keepMs }),
    clock,
    seal,
    holder,
    leaseMs,
  })
  const values = createValues({ link, clock, seal })
  const bus = createBus({ link, subscriber, clock, seal, holder, prefix, logger, onMessage })
  link.onBack(onBack)
  let counted = 0
  return {
    publish: bus.publish,
    deliveries,
    lane: createLane({ leases, clock, seal }),
    chats: createChats({ link, seal }),
    ledger,
    lastValues: values,
    count: async ({ key, max, perMs }) => {
      counted += 1
      const [own, id] = [seal.keyOf('count', key), `${holder} ${counted}`]
      // Without Redis each process counts alone.
      const waitMs = await link.run((each) => each.eval(countScript, 1, own, max, perMs, id)).catch(() => 0)
      return Number(waitMs)
    },
    health: () => ({ status: link.isAway() ? 'away' : 'connected', ignored: bus.ignored() }),
    close: async () => {
      await Promise.all([values.flush(), writes.flush()])
      for (const part of [bus, deliveries, ledger, leases, writes, link]) part.close()
      for (const connection of [client, subscriber]) connection.disconnect()
    },
  }
}

function listProblems({ url, client, secret, prefix, leaseMs = 10_000, timeoutMs = 200 }: RedisOptions): string[] {
  const problems: string[] = []
  if ((url === undefined) === (client === undefined)) problems.push('shared: redis() needs either url or client')
  if (url !== undefined && !/^rediss?:\/\/./.test(url)) {
    problems.push('shared: the url of redis() must begin with redis:// or rediss://')
  }
  if (typeof secret !== 'string' || secret.length < 32) {
    problems.push('shared: the secret of redis() must have at least 32 characters')
  }
  if (prefix !== undefined && !/^[\w.:-]{1,64}$/.test(prefix)) {
    problems.push('shared: the prefix of redis() must be 1 to 64 letters, digits, ., :, - and _')
  }
  if (!(leaseMs >= 1_000 && leaseMs <= 60_000)) problems.push('shared: the leaseMs of redis() must be 1000 to 60000')
  if (!(timeoutMs >= 10 && timeoutMs <= 5_000)) problems.push('shared: the timeoutMs of redis() must be 10 to 5000')
  return problems
}

/** The secret and the password of the address, as it is written there and as it is meant. */
function secretsIn({ url = '', secret = '' }: RedisOptions): string[] {
  const password = URL.canParse(url) ? new URL(url).password : ''
  return [secret, password, decode(password)].filter((each) => typeof each === 'string' && each.length > 3)
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
