import { attachSocketIo } from '@crm-chat/proxy/node'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import type { Vendor } from '../api/settings.ts'
import type { CrmChat, CrmRedis, CrmWebhooks } from './chat/createCrmChat.ts'
import { createApp } from './createApp.ts'
import { createFileStore } from './files/createFileStore.ts'
import { openFileFolder } from './files/openFileFolder.ts'
import { reachesFiles } from './files/reachesFiles.ts'
import { createHops } from './hops/createHops.ts'
import { createHttpServer, type ServerLimits } from './http/createHttpServer.ts'
import { guardHosts } from './http/guardHosts.ts'
import { listen } from './http/listen.ts'
import { trackTraffic } from './http/trackTraffic.ts'
import { openSeededStore } from './seed/openSeededStore.ts'
import { createSync } from './sync/createSync.ts'
import { startInterval } from './timers.ts'
import { createVendorSwitch, type VendorSwitch, type VendorSwitchOptions } from './vendor/createVendorSwitch.ts'
import { registerWebhooks } from './vendor/registerWebhooks.ts'
import { addressesOf, type VendorAccounts } from './vendor/vendorAccounts.ts'

/** Options of {@link startCrm}. */
export interface CrmOptions {
  /** Port 0 picks any free one. */
  port: number
  /** Accounts of the vendors that administrators can choose. */
  accounts: VendorAccounts
  /** Vendor until an administrator chooses another one: one of those accounts. */
  vendor: Vendor
  /** Database file, or `:memory:`. */
  data: string
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  /** Names of hosts under which browsers may use it, in lower case, beside those of this machine. @default none */
  hosts?: readonly string[]
  /** Receives the vendors' webhooks, and registers their address where that is known. @default none are received */
  webhooks?: CrmWebhooks | undefined
  /** Redis through which this process works together with others. @default it is alone */
  redis?: CrmRedis | undefined
  limits?: Partial<ServerLimits>
  /** Contacts and deals with which an empty database is filled, beside the hand-written ones. @default only those */
  seed?: { contacts?: number | undefined; deals?: number | undefined } | undefined
  /** Unix time in milliseconds. @default Date.now */
  now?: () => number
}

/** A running CRM. */
export interface Crm {
  url: string
  /**
   * Stops accepting connections, waits for requests under way, ends live streams, and closes the database.
   * @param options.deadlineMs time for the requests under way; those that take longer are cut. @default 1_000
   */
  close: (options?: { deadlineMs?: number }) => Promise<void>
}

/** Starts the CRM, whether or not the vendor can be reached. @throws {PortTakenError} {@link DataFileError} */
export async function startCrm(options: CrmOptions): Promise<Crm> {
  const { port, accounts, webRoot, logger, webhooks, redis, hosts = [], limits, seed, now = Date.now } = options
  const { database, close: closeStore } = await openSeededStore(options.data, { now: now(), ...seed })
  const store = { database, now }
  const folder = await openFileFolder({ data: options.data, now }).catch((error: unknown) => {
    closeStore()
    throw error
  })
  const hops = createHops()
  let url = ''
  const address = (): string => webhooks?.publicUrl ?? url
  const files = createFileStore({ folder, address, now })
  const isPublic = webhooks?.publicUrl !== undefined
  const filesOf: VendorSwitchOptions['filesOf'] = (target) =>
    reachesFiles({ ...target, isPublic }) ? files : undefined
  const vendorSwitch = await createVendorSwitch({ ...options, store, hops, filesOf, onSwitch: follow })
  const { current } = vendorSwitch
  const sync = createSync({ store, current, getCrmUrl: address, logger })
  let isReady = true
  const app = createApp({
    ...{ store, hops, vendorSwitch, sync, files: folder, webhooks, webRoot, logger },
    vendorUrls: addressesOf(accounts),
    isReady: () => isReady,
  })
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  const server = createHttpServer({ listener, limits })
  let sockets = attachSocketIo({ server, chat: current().chat })
  guardHosts({ server, hosts })
  const traffic = trackTraffic({ server, isLive })
  // Processes that work together have one database, where one of them may change the settings.
  const refreshing = redis && startInterval(() => void vendorSwitch.refresh().catch(logFailure), refreshMs)

  function follow({ chat }: CrmChat): void {
    void sockets.close() // It leaves its path at once.
    sockets = attachSocketIo({ server, chat })
    void sync.startOnce().catch(logFailure)
  }

  function logFailure(error: unknown): void {
    logger.error({ err: error }, 'the settings could not be followed')
  }

  async function close({ deadlineMs = 1_000 } = {}): Promise<void> {
    isReady = false
    clearInterval(refreshing)
    traffic.stopListening()
    await Promise.all([traffic.finishRequests(deadlineMs), endLiveStreams({ vendorSwitch, deadlineMs }), sync.close()])
    await sockets.close()
    await traffic.close(graceMs)
    await folder.close()
    closeStore()
  }

  try {
    url = `http://127.0.0.1:${await listen(server, port)}`
    await sync.startOnce()
    sync.run()
    void registerWebhooks({ store, crmChat: current(), webhooks, logger })
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Interval at which a process looks for settings that another one has changed. */
const refreshMs = 2_000

/** Time for connections to close once their work is done. */
const graceMs = 1_000

/** True for the proxy's live streams and sockets. */
function isLive(url: string): boolean {
  return /^\/(chat\/events|socket\.io\/?|ws-counters\/?)(\?|$)/.test(url)
}

/** Tells each tab when to come back, to the process that takes over, and ends what is left of the live streams. */
async function endLiveStreams({
  vendorSwitch,
  deadlineMs,
}: {
  vendorSwitch: VendorSwitch
  deadlineMs: number
}): Promise<void> {
  await vendorSwitch.drain({ deadlineMs })
  await vendorSwitch.close()
}
