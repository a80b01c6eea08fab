import { getRequestListener } from '@hono/node-server'
import { createAccounts } from './account/createAccounts.ts'
import { createTenant, type SandboxAccount } from './account/createTenant.ts'
import { createApp } from './createApp.ts'
import { emulatedVendors, faultTargets } from './emulatedVendors.ts'
import { parseSandboxOptions, type SandboxOptions } from './sandboxOptions.ts'
import type { AccountKeysInput } from './server/accountKeys.ts'
import { parseAccountKeys } from './server/accountKeys.ts'
import { createCertificate } from './server/http/createCertificate.ts'
import { createHttpServer } from './server/http/createHttpServer.ts'
import { toOrigin } from './server/http/hosts.ts'
import { getPort, listen, trackConnections } from './server/http/listen.ts'
import { listenForVendors, type VendorUrls } from './server/http/listenForVendors.ts'
import { serveSockets } from './serveSockets.ts'
import { startTimer } from './store/clock/timers.ts'
import { readSeed } from './store/seed/readSeed.ts'
import { parseSeed, type Seed } from './store/seed/seedSchema.ts'

/** Ways to trust the certificate of a sandbox that serves https. */
export interface SandboxTls {
  /** Path of the authority's certificate, e.g. for `NODE_EXTRA_CA_CERTS`. It is there until the sandbox closes. */
  caFile: string
  /** SHA-256 of the public key in base64, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiHash: string
}

/** A running sandbox, with its default account. */
export interface Sandbox extends SandboxAccount {
  /** Its origin, e.g. `http://127.0.0.1:4010`. */
  url: string
  port: number
  /** Origins of the vendors, for clients with fixed paths, if `vendorPorts` is set. */
  vendorUrls: VendorUrls | undefined
  /** The certificate that a client of it trusts, if `tls` is set. */
  tls: SandboxTls | undefined
  /** Creates another account with its own keys, data, clock and faults, so that tests can share the sandbox. */
  addAccount: (keys?: AccountKeysInput) => Promise<SandboxAccount>
  /** Ends connections, server and store. May be called twice. */
  close: () => Promise<void>
}

/**
 * Starts the vendors' APIs, sockets and chats page on this machine. It does not start in production, unless an option allows it.
 * @throws {InvalidOptionError} {@link PortTakenError} {@link DataFileError}
 * @example
 * const sandbox = await createSandbox({ port: 0 })
 * await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '79998887766', text: 'Hello' })
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port, host, vendorPorts, tls, ...accountOptions } = parseSandboxOptions(options)
  const seed = await toSeed(options.seed)
  const certificate = tls ? await createCertificate(host) : undefined
  const accounts = await createAccounts({
    ...accountOptions,
    data: accountOptions.data,
    seed,
    vendors: emulatedVendors,
    faultTargets,
  }).catch(async (error: unknown) => {
    await certificate?.remove()
    throw error
  })
  const server = createHttpServer({ certificate, options: { keepAliveTimeout: keepAliveMs } })
  const cutConnections = trackConnections(server)
  const origin = (): string => toOrigin({ host, port: getPort(server), tls })
  const app = createApp({ accounts, origin, host })
  server.on('request', getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const closeSockets = serveSockets({ server, accounts, host, origin })
  const vendors = listenForVendors({ server, host, certificate, enabled: vendorPorts })

  async function close(): Promise<void> {
    const closed = closeSockets()
    await Promise.race([closed, new Promise<void>((resolve) => startTimer(resolve, graceMs).unref())])
    cutConnections() // Half-open connections would block the shutdown.
    await Promise.all([closed, vendors.close(), certificate?.remove()])
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
    tls: certificate && { caFile: certificate.caFile, spkiHash: certificate.spkiHash },
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

function once(task: () => Promise<void>): () => Promise<void> {
  let result: Promise<void> | undefined
  return () => {
    result ??= task()
    return result
  }
}
