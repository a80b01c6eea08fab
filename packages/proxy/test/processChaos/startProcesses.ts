import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { type RedisServer, startRedis } from '../../../../scripts/redisServer.ts'
import { sharedSecret } from '../redis/startProxies.ts'
import { secret } from '../startReceiver.ts'
import { type Crm, startCrm } from './startCrm.ts'
import { type DatabaseServer, startDatabase } from './startDatabase.ts'

/** Three processes of a CRM and what they stand on. */
export interface Processes {
  crms: Crm[]
  urls: string[]
  /** The vendor. */
  sandbox: Sandbox
  redis: RedisServer
  database: DatabaseServer
  /** Ends all of it. */
  close: () => Promise<void>
}

/** Starts {@link Processes}. */
export async function startProcesses({
  leaseMs,
  beforeDatabase = async () => {},
  onStall,
}: {
  leaseMs: number
  beforeDatabase?: Parameters<typeof startDatabase>[0]['before']
  /** Called where a process got no processor for some milliseconds. */
  onStall?: (stall: { processId: number; ms: number }) => void
}): Promise<Processes> {
  const sandbox = await createSandbox({ port: 0, limit: false })
  const redis = await startRedis({ keepsData: true })
  const database = await startDatabase({ before: beforeDatabase })
  const crms: Crm[] = []
  const settings = {
    redisUrl: redis.url,
    redisSecret: sharedSecret,
    vendorUrl: sandbox.url,
    vendorKey: sandbox.apiKey,
    databaseUrl: database.url,
    webhookSecret: secret,
    leaseMs,
  }
  const start = (): ReturnType<typeof startCrm> => startCrm({ ...settings, ...(onStall && { onStall }) })
  await Promise.all(Array.from({ length: 3 }, async () => crms.push(await start())))
  return {
    crms,
    urls: crms.map(({ url }) => url),
    sandbox,
    redis,
    database,
    close: async () => {
      await Promise.all(crms.map((crm) => crm.kill()))
      await Promise.all([redis.close(), database.close(), sandbox.close()])
    },
  }
}
