import { expect } from '@playwright/test'
import { type DemoParameters, startSandbox } from '../../scripts/demo.ts'
import type { ServerProcess } from '../../scripts/serverProcess.ts'
import { story as base, type StoryDemo } from '../story.ts'

/** A story whose vendor goes down and comes back, perhaps with changes. */
const story = base.extend<{ vendor: Vendor }>({
  vendor: async ({ demo }, use) => {
    const vendor = new Vendor(demo)
    await use(vendor)
    await vendor.goesDown()
  },
})

class Vendor {
  readonly #parameters: DemoParameters
  #sandbox: ServerProcess

  constructor({ parameters, sandbox }: StoryDemo) {
    this.#parameters = { ...parameters, sandboxPort: Number(new URL(sandbox.url).port) }
    this.#sandbox = sandbox
  }

  goesDown(): Promise<void> {
    return this.#sandbox.stop()
  }

  /** Restarts at the same address, without its old data. */
  async comesBack(changes: Partial<DemoParameters> = {}): Promise<void> {
    this.#sandbox = await startSandbox({ ...this.#parameters, ...changes })
  }
}

story(
  'when the vendor is down, the card shows a reason and a retry that works once it is back',
  async ({ vendor, customer, logIn }) => {
    const ann = await logIn('Ann Reyes')
    await vendor.goesDown()
    await ann.openContact('Maria Lindqvist')
    await expect(ann.chatProblem).toContainText('The messenger service cannot be reached')

    await vendor.comesBack()
    await customer.writes('Are you back?')
    const chat = await ann.retryChat()
    await expect(chat.thread).toContainText('Are you back?')
    await expect(ann.badgeNumber).toHaveText('1')
  },
)

story('when the vendor rejects the key, the card says so and staff stay logged in', async ({ vendor, logIn }) => {
  const ann = await logIn('Ann Reyes')
  await vendor.goesDown()
  await vendor.comesBack({ apiKey: 'another-key-than-the-crm-has' })
  await ann.openContact('Maria Lindqvist')
  await expect(ann.chatProblem).toContainText('refused our key')
  await expect(ann.chatProblem.getByRole('button')).toBeVisible()
  await ann.page.reload()
  await expect(ann.chatsLink).toBeVisible()
})

story('an expired link says so in the chat window', async ({ demo, customer, request, logIn }) => {
  await customer.writes('Hello')
  const ann = await logIn('Ann Reyes')
  const chat = await ann.openContact('Maria Lindqvist')
  await expect(chat.thread).toContainText('Hello')
  const nineHoursMs = 9 * 60 * 60 * 1000
  await request.post(`${demo.sandbox.url}/_sandbox/clock/advance`, { data: { ms: nineHoursMs } })
  await expect(chat.window).toContainText('This link has expired')
})

story('a forged link is rejected with a reason, on the chats page itself', async ({ demo, page }) => {
  await page.goto(`${demo.sandbox.url}/chat/?token=not-a-token`)
  await expect(page.getByRole('heading', { name: /link/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Message' })).toHaveCount(0)
})
