import { chromium, type Page } from '@playwright/test'
import { chromiumLaunchOptions, ensureChromium } from './chromium.ts'
import { startDemo } from './demo.ts'

/** Takes the README's picture of the running demo: a customer's question, a reply, and another question. */
const chat = { chatType: 'whatsapp', chatId: '79998887766' }

ensureChromium()
const demo = await startDemo({ apiKey: 'sandbox_wazzup', crmPort: 0, sandboxPort: 0 })
const browser = await chromium.launch(chromiumLaunchOptions())
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 }, deviceScaleFactor: 1.5 })
  await openCard(page)
  await customerWrites('Hello! Is our order ready?')
  await reply({ page, text: 'Good morning Maria! Packed and waiting for you. Shall we deliver it tomorrow?' })
  await customerWrites('Yes please, before noon if you can.')
  await customerWrites('And could you add two more lamps?')
  await page.getByRole('navigation').getByRole('img', { name: '2 unanswered' }).waitFor()
  await page.frameLocator('main iframe').getByRole('log').getByText('two more lamps').waitFor()
  await page.screenshot({ path: 'docs/demo.png' })
} finally {
  await browser.close()
  await demo.stop()
}

async function openCard(page: Page): Promise<void> {
  await page.goto(`${demo.crm.url}/contacts`)
  await page.getByRole('button', { name: 'Continue as Ann Reyes' }).click()
  await page.getByRole('main').getByRole('link', { name: 'Maria Lindqvist' }).first().click()
  await page.frameLocator('main iframe').getByRole('textbox', { name: 'Message' }).waitFor()
}

async function reply({ page, text }: { page: Page; text: string }): Promise<void> {
  const frame = page.frameLocator('main iframe')
  await frame.getByRole('log').getByText('order ready').waitFor()
  await frame.getByRole('textbox', { name: 'Message' }).fill(text)
  await frame.getByRole('textbox', { name: 'Message' }).press('Enter')
  await frame.getByRole('log').getByRole('img', { name: 'Delivered' }).waitFor()
}

async function customerWrites(text: string): Promise<void> {
  const response = await fetch(`${demo.sandbox.url}/_sandbox/simulate/message`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...chat, text }),
  })
  if (!response.ok) throw new Error(`The sandbox responded with ${response.status}.`)
}
