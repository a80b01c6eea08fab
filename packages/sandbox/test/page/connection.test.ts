import { createServer } from 'node:http'
import { join } from 'node:path'
import { describe, it, onTestFinished } from 'vitest'
import { listen } from '../../src/server/http/listen.ts'
import { ann } from '../fixtures/people.ts'
import { getLink } from '../getLink.ts'
import { makeFolder } from '../makeFolder.ts'
import { startSandbox } from '../startSandbox.ts'
import { expectPage } from './expectPage.ts'
import { composer, message } from './locators.ts'
import { openChats, openPage, startChromium } from './openPage.ts'

startChromium()

const card = { scope: 'card', filter: [{ ...ann, name: 'Ann' }] }

describe('the chats page', () => {
  it('reports an expired link, with the next step and unsent texts', async () => {
    const sandbox = await startSandbox()
    const page = await openChats(await getLink(sandbox, card))
    await composer(page).fill('A long answer')
    sandbox.clock.advance(9 * 3_600_000)
    await expectPage(page.getByRole('alert')).toContainText(/This link has expired.*open the chat again in your CRM/s)
    await expectPage(page.getByText('A long answer')).toBeVisible()
    await expectPage(composer(page)).toHaveCount(0)
  })

  it('reports a link that is opened too late', async () => {
    const sandbox = await startSandbox()
    const link = await getLink(sandbox, card)
    sandbox.clock.advance(9 * 3_600_000)
    const page = await openChats(link)
    await expectPage(page.getByRole('alert')).toContainText('This link has expired')
  })

  it.each(['/chat/', '/chat/?token=', '/chat/?token=forged.to.ken'])('reports that %s does not work', async (path) => {
    const sandbox = await startSandbox()
    const page = await openChats(sandbox.url + path)
    await expectPage(page.getByRole('alert')).toContainText('This link does not work')
  })

  it('reports a lost connection, keeps the draft, and recovers', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const before = await startSandbox({ data })
    const { page } = await openPage(await getLink(before, card))
    await before.simulate.message({ ...ann, text: 'Hello' })
    await expectPage(message(page, 'Hello')).toBeVisible()
    await before.close()
    await expectPage(page.getByText('Connection lost')).toBeVisible()
    await composer(page).fill('Good morning')
    await expectPage(page.getByRole('button', { name: 'Send' })).toBeDisabled()
    await expectPage(page.getByText('You can send once you are back online.')).toBeVisible()
    const after = await startSandbox({ data, port: before.port })
    await after.simulate.message({ ...ann, text: 'Are you there?' })
    await expectPage(page.getByText('Connection lost')).toHaveCount(0)
    await expectPage(message(page, 'Are you there?')).toBeVisible()
    await composer(page).press('Enter')
    await expectPage(message(page, 'Good morning')).toContainText('Kate Moreau')
  })

  it('works in a frame of another origin', async () => {
    const sandbox = await startSandbox()
    const link = await getLink(sandbox, card)
    const html = `<!doctype html><iframe title="Chat" width="420" height="640" src="${link}"></iframe>`
    const crm = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html))
    onTestFinished(() => void crm.close())
    const port = await listen(crm, { port: 0, host: '127.0.0.1' })
    const page = await openChats(`http://localhost:${port}/`)
    const frame = page.frameLocator('iframe[title="Chat"]')
    await sandbox.simulate.message({ ...ann, text: 'Hello from the frame' })
    await expectPage(message(frame, 'Hello from the frame')).toBeVisible()
    await composer(frame).fill('Answered')
    await composer(frame).press('Enter')
    await expectPage(message(frame, 'Answered')).toContainText('Kate Moreau')
  })
})
