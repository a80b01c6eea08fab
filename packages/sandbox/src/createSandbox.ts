import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createAccounts } from './account/createAccounts.ts'
import { createTenant, type SandboxAccount } from './account/createTenant.ts'
import { createApp } from './createApp.ts'
import { emulatedVendors, faultTargets } from './emulatedVendors.ts'
import { parseSandboxOptions, type SandboxOptions } from './sandboxOptions.ts'
import type { AccountKeysInput } from './server/accountKeys.ts'
import { parseAccountKeys } from './server/accountKeys.ts'
import { toOrigin } from './server/http/hosts.ts'
import { getPort, listen, trackConnections } from './server/http/listen.ts'
import { listenForVendors, type VendorUrls } from './server/http/listenForVendors.ts'
import { serveSockets } from './serveSockets.ts'
import { startTimer } from './store/clock/timers.ts'
import { readSeed } from './store/seed/readSeed.ts'
import { parseSeed, type Seed } from './store/seed/seedSchema.ts'

/** A running sandbox, with its default account. */
export interface Sandbox extends SandboxAccount {
  /** Its origin, e.g. `http://127.0.0.1:4010`. */
  url: string
  port: number
  /** Origins of the vendors, for clients with fixed paths, if `vendorPorts` is set. */
  vendorUrls: VendorUrls | undefined
  /** Creates another account with its own keys, data, clock and faults, so that tests can share the sandbox. */
  addAccount: (keys?: AccountKeysInput) => Promise<SandboxAccount>
  /** Ends connections, server and store. May be called twice. */
  close: () => Promise<void>
}

/**
 * Starts the vendors' APIs, sockets and chats page on this machine.
 * @throws {InvalidOptionError} {@link PortTakenError} {@link DataFileError}
 * @example
 * const sandbox = await createSandbox({ port: 0 })
 * await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port, host, vendorPorts, ...accountOptions } = parseSandboxOptions(options)
  const seed = await toSeed(options.seed)
  const accounts = await createAccounts({
    ...accountOptions,
    data: accountOptions.data,
    seed,
    vendors: emulatedVendors,
    faultTargets,
  })
  const server = createServer({ maxHeaderSize, keepAliveTimeout: keepAliveMs })
  const cutConnections = trackConnections(server)
  const origin = (): string => toOrigin({ host, port: getPort(server) })
  const app = createApp({ accounts, origin, host })
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const closeSockets = serveSockets({ server, accounts, host, origin })
  const vendors = listenForVendors({ server, host, enabled: vendorPorts })

  async function close(): Promise<void> {
    const closed = closeSockets()
    await Promise.race([closed, new Promise<void>((resolve) => startTimer(resolve, graceMs).unref())])
    cutConnections() // Half-open connections would block the shutdown.
    await Promise.all([closed, vendors.close()])
    await accounts.close()
  }

  try {
    await listen(server, { port, host })
    await vendors.listen()
  } catch (error) {
    await close()
    throw error
  }
  return {
    ...createTenant({ account: accounts.default, origin }),
    url: origin(),
    port: getPort(server),
    vendorUrls: vendors.urls(),
    addAccount: async (keys) => createTenant({ account: await accounts.add(parseAccountKeys(keys)), origin }),
    close: once(close),
  }
}

async function toSeed(seed: SandboxOptions['seed']): Promise<Seed | undefined> {
  if (seed === undefined) return undefined
  return typeof seed === 'string' ? readSeed(seed) : parseSeed(seed)
}

/** Time an idle connection stays open. With Node's 5 seconds, a busy machine may close it just when a request arrives. */
const keepAliveMs = 60_000

/** Time connections have to close. */
const graceMs = 500

/** A card's link contains all its chats, up to a hundred, with their names. */
const maxHeaderSize = 256 * 1024

function once(task: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined
  return () => {
    result ??= task()
    return result
  }
}
