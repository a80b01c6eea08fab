import { randomBytes } from 'node:crypto'
import { type Customer, createCustomer } from '@crm-chat/react/testing/playwright'
import { type Browser, type BrowserContext, test as base } from '@playwright/test'
import { type Demo, type DemoParameters, startDemo } from '../scripts/demo.ts'
import { Staff } from './pages/Staff.ts'

/** A demo for one story, with its parameters and the output of its two servers. */
export interface StoryDemo extends Demo {
  apiKey: string
  parameters: DemoParameters
  lines: string[]
}

/** The fixtures of a story. */
interface Story {
  /** Options of its demo, e.g. another API. */
  demoOptions: Partial<DemoParameters>
  /** A fresh sandbox and CRM, on free ports, with a random key. */
  demo: StoryDemo
  /** A customer with a phone. */
  customer: Customer
  /** Opens a new browser for a member of staff and logs them in. */
  logIn: (name: string) => Promise<Staff>
}

/** The test function of stories. A story tells what people do; page objects know the screens. */
export const story = base.extend<Story>({
  demoOptions: [{}, { option: true }],
  demo: async ({ demoOptions }, use) => {
    const apiKey = `CANARY-${randomBytes(16).toString('hex')}`
    const lines: string[] = []
    const onLine = (server: string, line: string) => lines.push(`[${server}] ${line}`)
    const parameters = { apiKey, crmPort: 0, sandboxPort: 0, onLine, ...demoOptions }
    const demo = await startDemo(parameters)
    await use({ ...demo, apiKey, parameters, lines })
    await demo.stop()
  },
  customer: async ({ demo, request }, use) => {
    await use(createCustomer({ request, sandboxUrl: demo.sandbox.url, chat: annsCustomer }))
  },
  logIn: async ({ demo, browser }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (name) => {
      const staff = await openBrowser({ browser, demo, name })
      contexts.push(staff.page.context())
      return staff
    })
    await Promise.all(contexts.map((context) => context.close()))
  },
})

/** A contact of Ann's. */
export const annsCustomer = { chatType: 'whatsapp', chatId: '79998887766' }
/** A contact of Ben's. */
export const bensCustomer = { chatType: 'telegram', chatId: '55501234' }

async function openBrowser({ browser, demo, name }: { browser: Browser; demo: Demo; name: string }): Promise<Staff> {
  const context = await browser.newContext()
  const staff = new Staff({ page: await context.newPage(), crmUrl: demo.crm.url })
  await staff.logIn(name)
  return staff
}
