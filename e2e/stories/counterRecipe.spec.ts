import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { clients, counterRecipePage } from '../fixtures/counterRecipe.ts'
import { story as base } from '../story.ts'

/** A story with a separate web server for the recipe, on an origin of its own. */
const story = base.extend<{ servePage: (html: string) => Promise<string> }>({
  servePage: async ({ playwright: _ }, use) => {
    const servers: Server[] = []
    await use(async (html) => {
      const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html))
      servers.push(server)
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/` // Only pipes have a string address.
    })
    for (const server of servers) server.close()
  },
})

/** The one that `pnpm test` tries; `pnpm test:deep` tries the others. */
const newest = '4.8'
const versions = Object.keys(clients) as (keyof typeof clients)[] // Object.keys loses the key type.

for (const client of versions) {
  const tag = client === newest ? [] : ['@deep']
  story(
    `the vendor's counter recipe works against the sandbox, socket.io-client ${client}`,
    { tag },
    async ({ demo, customer, page, servePage }) => {
      const recipe = { client, host: demo.sandbox.url, apiKey: demo.apiKey, userId: 'somebody' }
      await page.goto(await servePage(counterRecipePage(recipe)))
      await expect(page.getByRole('status')).toHaveText('0')
      await customer.other({ chatType: 'whatsapp', chatId: '15550001111' }).writes('Anybody there?')
      await expect(page.getByRole('status')).toHaveText('1')
    },
  )

  story(
    `the vendor's counter recipe works against the proxy without a key, socket.io-client ${client}`,
    { tag },
    async ({ demo, customer, logIn }) => {
      const ann = await logIn('Ann Reyes')
      await ann.opensOwnPage(counterRecipePage({ client, host: demo.crm.url }))
      await expect(ann.page.getByRole('status')).toHaveText('0')
      await customer.writes('Anybody there?')
      await expect(ann.page.getByRole('status')).toHaveText('1')
    },
  )
}

story(
  'the recipe shows the counter of the logged-in user, whichever user it names',
  async ({ demo, customer, logIn }) => {
    await customer.writes('A question for Ann')
    const ben = await logIn('Ben Okafor')
    const recipe = { client: '4.8', host: demo.crm.url, userId: 'ann', apiKey: 'guessed' } as const
    await ben.opensOwnPage(counterRecipePage(recipe))
    await expect(ben.page.getByRole('status')).toHaveText('0')
  },
)

story(
  'a page of another site gets no counter, even in the browser of a logged-in user',
  async ({ demo, customer, logIn, servePage }) => {
    await customer.writes('A question for Ann')
    const ann = await logIn('Ann Reyes')
    const refused = ann.page.waitForEvent('requestfailed', (request) => request.url().includes('/socket.io/'))
    await ann.page.goto(await servePage(counterRecipePage({ client: '4.8', host: demo.crm.url })))
    await refused
    await expect(ann.page.getByRole('status')).toHaveText('none')
  },
)
