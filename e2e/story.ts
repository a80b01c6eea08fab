import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { routes } from '@crm-chat/protocol/wire/routes'
import { type Customer, createCustomer } from '@crm-chat/react/testing/playwright'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Request,
} from '@playwright/test'
import { type Demo, type DemoParameters, startCrm, startDemo } from '../scripts/demo.ts'
import { type ServerHost, startServerHost } from '../scripts/serverHost.ts'
import { Staff } from './pages/Staff.ts'

/** A demo for one story, with its parameters and the output of its two servers. */
export interface StoryDemo extends Demo {
  apiKey: string
  parameters: DemoParameters
  lines: string[]
  /** Stops the CRM and starts it again at the same address, without what was only in its memory. */
  restartCrm: () => Promise<void>
}

/** The CRM of a story, and how it reaches the vendor. */
export interface StoryCrm extends Pick<DemoParameters, 'crmApi' | 'crmKey' | 'hasWebhooks' | 'hasInbox'> {
  /** Follows the account's key. @default '' */
  keySuffix?: string
  /** Runs both servers as processes of their own, with their databases in files, which last over a restart. @default false */
  keepsData?: boolean
}

/** Opens a new browser for a member of staff, by name, and logs them in. */
export type LogIn = (name: string, options?: BrowserContextOptions) => Promise<Staff>

/** The fixtures of a story. */
interface Story {
  /** Operations of the proxy that its tags name have been requested by its browsers. */
  tagCheck: undefined
  crm: StoryCrm
  /** A fresh sandbox and CRM, on free ports, with a random key. */
  demo: StoryDemo
  /** A customer with a phone. */
  customer: Customer
  logIn: LogIn
}

/** Fixtures that the stories of a worker share. */
interface Shared {
  serverHost: ServerHost
}

/** The test function of stories. A story tells what people do; page objects know the screens. */
export const story = base.extend<Story, Shared>({
  serverHost: [
    async ({ playwright: _ }, use) => {
      const host = startServerHost()
      await use(host)
      await host.stop()
    },
    { scope: 'worker' },
  ],
  crm: [{}, { option: true }],
  tagCheck: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object.
    async ({}, use, { tags }) => {
      requested.clear()
      await use(undefined)
      const missing = tags.map((tag) => tag.slice(1)).filter((name) => name in routes && !requested.has(name))
      expect(missing, 'operations of its tags that were not requested').toEqual([])
    },
    { auto: true },
  ],
  demo: async ({ crm: { keySuffix = '', keepsData = false, ...options }, serverHost }, use) => {
    const apiKey = `CANARY-${randomBytes(16).toString('hex')}`
    const lines: string[] = []
    const onLine = (server: string, line: string) => lines.push(`[${server}] ${line}`)
    const dataFolder = keepsData ? await mkdtemp(join(tmpdir(), 'crm-chat-story-')) : undefined
    const servers = dataFolder ? { dataFolder } : { servers: serverHost }
    const parameters = {
      apiKey,
      crmKey: apiKey + keySuffix,
      crmPort: 0,
      sandboxPort: 0,
      onLine,
      ...servers,
      ...options,
    }
    const demo = await startDemo(parameters)
    if (options.hasWebhooks) await expect.poll(() => lines.join()).toContain('webhooks registered at the vendor')
    const crmPort = Number(new URL(demo.crm.url).port)
    let server = demo.crm
    const restartCrm = async (): Promise<void> => {
      await server.stop()
      server = await startCrm({ ...parameters, crmPort, sandboxUrl: demo.sandbox.url })
    }
    await use({ ...demo, apiKey, parameters, lines, restartCrm })
    await server.stop()
    await demo.stop()
    if (dataFolder) await rm(dataFolder, { recursive: true })
  },
  customer: async ({ demo, request }, use) => {
    await use(createCustomer({ request, sandboxUrl: demo.sandbox.url, chat: annsCustomer }))
  },
  logIn: async ({ demo, browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name, options) => {
      const staff = await openBrowser({ browser, demo, name, options })
      contexts.push(staff.page.context())
      return staff
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

/** Operations that the browsers of the story under way have requested: a worker runs one at a time. */
const requested = new Set<string>()

/** Notes the operations that a browser requests, for the tags of the story. `logIn` does it for its own. */
export function noteOperations(context: BrowserContext): void {
  context.on('request', noteOperation)
}

function noteOperation(request: Request): void {
  const path = new URL(request.url()).pathname.split('/chat/')[1]?.split('/')
  if (!path) return
  for (const [name, route] of Object.entries(routes)) {
    const parts = route.path.slice(1).split('/')
    const isOwn =
      parts.length === path.length && parts.every((part, index) => part.startsWith(':') || part === path[index])
    if (isOwn && route.method === request.method()) requested.add(name)
  }
}

/** A contact of Ann's. */
export const annsCustomer = { chatType: 'whatsapp', chatId: '79998887766' }
/** A contact of Ben's. */
export const bensCustomer = { chatType: 'telegram', chatId: '55501234' }

async function openBrowser({
  browser,
  demo,
  name,
  options = {},
}: {
  browser: Browser
  demo: Demo
  name: string
  options: BrowserContextOptions | undefined
}): Promise<Staff> {
  const context = await browser.newContext(options)
  noteOperations(context)
  const staff = new Staff({ page: await context.newPage(), crmUrl: demo.crm.url })
  await staff.logIn(name)
  return staff
}
