import { describeError } from '../../describeError.ts'
import { type CheckResult, type Finding, found, notChecked, passed } from '../finding.ts'
import { type Setup, timeoutMs } from '../setup.ts'

/** Checks that the Redis of `REDIS_URL` can be reached, and keeps what it is told. */
export async function checkRedis({ redisUrl, options }: Setup): Promise<CheckResult> {
  if (redisUrl === undefined) {
    return options.shared === undefined ? passed : notChecked('Redis: the configuration brings `shared` itself.')
  }
  let state: RedisState
  try {
    state = await readState(redisUrl)
  } catch (error) {
    return found(unreachable(describeError(error)))
  }
  const { keepsFile, policy } = state
  if (keepsFile === undefined || policy === undefined) {
    return notChecked('Whether Redis keeps its data: its INFO does not say so.')
  }
  const faults = [keepsFile ? [] : 'appendonly is no', policy === 'noeviction' ? [] : `maxmemory-policy is ${policy}`]
  return faults.flat().length === 0 ? passed : found(forgets(faults.flat().join(', and ')))
}

interface RedisState {
  /** Writes each change to a file. */
  keepsFile: boolean | undefined
  /** Rule by which it makes room. */
  policy: string | undefined
}

/** Asks by `INFO`, which services allow that refuse `CONFIG`. */
async function readState(url: string): Promise<RedisState> {
  const { Redis } = await import('ioredis')
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: timeoutMs,
    commandTimeout: timeoutMs,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  })
  let reason: unknown
  client.on('error', (error: unknown) => {
    reason ??= error // The rejection says only that the connection is closed.
  })
  try {
    await client.connect()
    const info = await client.info()
    const enabled = /^aof_enabled:(\d)/m.exec(info)?.[1]
    return {
      keepsFile: enabled === undefined ? undefined : enabled === '1',
      policy: /^maxmemory_policy:([\w-]+)/m.exec(info)?.[1],
    }
  } catch (error) {
    throw reason ?? error
  } finally {
    client.disconnect()
  }
}

function unreachable(reason: string): Finding {
  return {
    code: 'redis-unreachable',
    what: `The Redis of REDIS_URL gives no usable response: ${reason}.`,
    why: 'Processes do not hear of each other: pages miss events, and a message or webhook may be refused or handled twice.',
    fix: 'Check REDIS_URL with its user and password, and that this machine may connect to it.',
  }
}

function forgets(faults: string): Finding {
  return {
    code: 'redis-forgets',
    what: `The Redis of REDIS_URL may forget what it was told: ${faults}.`,
    why: 'It knows which messages were sent. What it has forgotten is sent again when a page repeats it.',
    fix: 'Set appendonly yes and maxmemory-policy noeviction in its configuration.',
  }
}
