import { expect, type Route } from '@playwright/test'
import { ConversationTab } from '../pages/ConversationTab.ts'
import { SettingsPage } from '../pages/SettingsPage.ts'
import { story } from '../story.ts'

const vendors = ['Wazzup, API v3', 'Wazzup, Tech API', 'Whatomate', 'Wazzup, API v2']

story.describe('with webhooks', () => {
  story.use({ crm: { hasWebhooks: true } })

  story(
    'an administrator switches to each of the four vendors, and a conversation is held over each',
    { tag: ['@conversation', '@sendMessage'] },
    async ({ customer, logIn }) => {
      const erin = await logIn('Erin Doyle')
      const settings = new SettingsPage(erin.page)
      await erin.openAdministration('Settings')
      const ann = await logIn('Ann Reyes')
      const tab = new ConversationTab({ page: ann.page, contact: 'Maria Lindqvist' })
      for (const vendor of vendors) {
        await settings.chooses(vendor)
        await ann.page.reload() // The pages follow within seconds; this is sooner.
        await tab.open()
        await customer.writes(`A question over ${vendor}`)
        await expect(tab.message(`A question over ${vendor}`)).toBeVisible()
        await tab.writes(`An answer over ${vendor}`)
        await expect(
          tab.message(`An answer over ${vendor}`).getByRole('img', { name: /Sent|Delivered|Read/ }),
        ).toBeVisible()
      }
      await expect
        .poll(customer.reads)
        .toEqual(vendors.flatMap((vendor) => [`A question over ${vendor}`, `An answer over ${vendor}`]))
    },
  )
})

for (const { transport, path } of [
  { transport: 'Server-sent events', path: '/chat/events' },
  { transport: 'Socket.IO', path: '/socket.io/' },
]) {
  story(`the badge follows messages and replies over ${transport}`, async ({ customer, logIn }) => {
    const erin = await logIn('Erin Doyle')
    await erin.openAdministration('Settings')
    await new SettingsPage(erin.page).chooses(transport)

    const ann = await logIn('Ann Reyes')
    const connections: string[] = []
    ann.page.on('request', (request) => connections.push(new URL(request.url()).pathname))
    ann.page.on('websocket', (socket) => connections.push(new URL(socket.url()).pathname))
    await ann.page.reload()
    await customer.writes('Hello! Is my order ready?')
    await expect(ann.badgeNumber).toHaveText('1')
    await customer.writes('It is the blue one.')
    await expect(ann.badgeNumber).toHaveText('2')
    const live = ['/chat/events', '/socket.io/']
    expect([...new Set(connections)].filter((name) => live.includes(name))).toEqual([path])

    const chat = await ann.openContact('Maria Lindqvist')
    await expect(chat.thread).toContainText('It is the blue one.')
    await chat.reply('Yes, come by any time today.')
    await expect(ann.badge).toBeHidden()
    await expect.poll(customer.reads).toContain('Yes, come by any time today.')
  })
}

story('a choice is shown at once, and taken back where it cannot be saved', async ({ logIn }) => {
  const erin = await logIn('Erin Doyle')
  await erin.openAdministration('Settings')
  const saves: Route[] = []
  await erin.page.route('**/api/settings', async (route) => {
    if (route.request().method() === 'PUT') saves.push(route)
    else await route.continue()
  })
  const choice = erin.page.getByRole('radio', { name: 'Socket.IO', exact: true })
  await choice.check()
  await expect.poll(() => saves.length).toBe(1)
  await expect(choice).toBeChecked()
  await saves[0]?.abort()
  await expect(erin.page.getByRole('region', { name: 'Notices' })).toContainText('reach Northdesk')
  await expect(choice).not.toBeChecked()
})
