import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { playInbox } from './inbox/playInbox.ts'
import { findFreePort } from './ports.ts'
import type { Servers } from './serverHost.ts'
import { type ServerProcess, startServer } from './serverProcess.ts'

/** The demo: a sandbox that emulates the vendor, and a CRM that uses it. */
export interface Demo {
  sandbox: ServerProcess
  crm: ServerProcess
  stop: () => Promise<void>
}

/** Parameters of {@link startDemo}. */
export interface DemoParameters {
  apiKey: string
  /** Port 0 lets the system pick one. */
  crmPort: number
  /** Vendor that the CRM begins with: it has an account of each at the sandbox. @default 'wazzup-v2' */
  crmApi?: 'wazzup-v2' | 'wazzup-v3' | 'wazzup-tech' | 'whatomate'
  /** Wazzup's key of the CRM, e.g. a sidecar key of the same account. @default `apiKey` */
  crmKey?: string
  /** Lets the vendor call the CRM, so that events of messages and channels arrive. @default false */
  hasWebhooks?: boolean
  /** Gives a new sandbox past conversations, which need webhooks to reach the CRM. @default false */
  hasInbox?: boolean
  sandboxPort: number
  /** Contacts and deals in the CRM, beside which the sandbox stays empty. @default the hand-written ones */
  size?: { contacts: number; deals: number }
  /** Unix time in milliseconds at which the clock of the CRM, and of a filled inbox, stands still. @default it runs */
  stopAt?: number
  /** Folder for the two databases. @default both are kept in memory */
  dataFolder?: string
  /** Called with each line that a server writes. */
  onLine?: (server: 'sandbox' | 'crm', line: string) => void
  /** Ways to start the two servers, which then have no files. @default each is a process of its own */
  servers?: Servers
}

/** The environment of a CRM that has all vendors at a sandbox. */
export function toVendorEnv({ sandboxUrl, apiKey }: { sandboxUrl: string; apiKey: string }): Record<string, string> {
  return {
    WAZZUP_API_KEY: apiKey,
    WAZZUP_URL: sandboxUrl,
    WAZZUP_TECH_URL: `${sandboxUrl}/tech`,
    WHATOMATE_API_KEY: `whm_${'0'.repeat(32)}`, // The sandbox's own.
    WHATOMATE_URL: `${sandboxUrl}/whatomate`,
  }
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** Starts the built sandbox and the built CRM, in this order, and waits until both are ready. */
export async function startDemo(parameters: DemoParameters): Promise<Demo> {
  const sandbox = await startSandbox(parameters)
  try {
    const crm = await startCrm({ ...parameters, sandboxUrl: sandbox.url })
    if (parameters.hasInbox) await fillInbox({ ...parameters, crmUrl: crm.url, sandboxUrl: sandbox.url })
    return { sandbox, crm, stop: () => Promise.all([crm.stop(), sandbox.stop()]).then(() => undefined) }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

/** Starts the built sandbox. */
export function startSandbox(parameters: DemoParameters): Promise<ServerProcess> {
  const { apiKey, sandboxPort, dataFolder, onLine, servers = createProcesses(dataFolder) } = parameters
  return servers.sandbox({
    env: { SANDBOX_PORT: String(sandboxPort), WAZZUP_API_KEY: apiKey },
    onLine: (line) => onLine?.('sandbox', line),
  })
}

/** Starts the built CRM over a sandbox that is running. */
export async function startCrm({
  apiKey,
  crmPort,
  crmApi = 'wazzup-v2',
  crmKey = apiKey,
  hasWebhooks = false,
  size,
  stopAt,
  dataFolder,
  sandboxUrl,
  onLine,
  servers = createProcesses(),
}: DemoParameters & { sandboxUrl: string }): Promise<ServerProcess> {
  const port = hasWebhooks && crmPort === 0 ? await findFreePort() : crmPort // The vendor has to know it.
  return servers.crm({
    env: {
      PORT: String(port),
      ...toVendorEnv({ sandboxUrl, apiKey: crmKey }),
      WAZZUP_API: crmApi,
      CRM_DATA: dataFolder ? `${dataFolder}/crm.sqlite` : ':memory:',
      ...(size && { CRM_CONTACTS: String(size.contacts), CRM_DEALS: String(size.deals) }),
      ...(stopAt && { CRM_CLOCK: new Date(stopAt).toISOString() }),
      ...(hasWebhooks && {
        CRM_WEBHOOK_SECRET: randomBytes(24).toString('base64url'),
        CRM_PUBLIC_URL: `http://127.0.0.1:${port}`,
      }),
    },
    onLine: (line) => onLine?.('crm', line),
  })
}

/** The built servers, each in a process of its own. */
function createProcesses(dataFolder?: string): Servers {
  const sandbox = [
    fileIn('packages/sandbox/dist/cli.js'),
    ...(dataFolder ? ['--data', `${dataFolder}/sandbox.sqlite`] : []),
  ]
  return {
    sandbox: (parameters) => startServer({ name: 'The sandbox', command: sandbox, ...parameters }),
    crm: (parameters) =>
      startServer({ name: 'The CRM', command: [fileIn('apps/crm/dist/server/main.js')], ...parameters }),
  }
}

/** A demo whose inbox stays empty works, too. */
export async function fillInbox({
  onLine,
  ...parameters
}: Pick<DemoParameters, 'apiKey' | 'stopAt' | 'onLine'> & { sandboxUrl: string; crmUrl: string }): Promise<void> {
  await playInbox(parameters).catch((error: unknown) => {
    onLine?.('sandbox', `The inbox stays empty: ${error instanceof Error ? error.message : error}`)
  })
}

function fileIn(path: string): string {
  return join(root, path)
}
