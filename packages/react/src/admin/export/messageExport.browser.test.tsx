import type { Export } from '@crm-chat/protocol'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { adminSession, showAdmin } from '../../../test/showChannels.tsx'
import { ChatProvider } from '../../ChatProvider.tsx'
import { createTestChat, type TestChat, type TestChatOptions } from '../../testing/index.ts'
import { MessageExport } from './MessageExport.tsx'

const channels = { channels: [{ id: 'c-1', transport: 'whatsapp', state: 'active', name: 'Reception' }] }

/** Shows the component with a fresh cache, as a page that was just loaded. */
async function show(
  answers: TestChatOptions['answers'] = {},
): Promise<{ chat: TestChat; unmount: () => Promise<void> }> {
  const chat = createTestChat({ answers: { channels, ...answers }, capabilities: ['channels', 'exports'] })
  const { unmount } = await render(
    <QueryClientProvider client={new QueryClient()}>
      <ChatProvider chat={chat}>
        <MessageExport />
      </ChatProvider>
    </QueryClientProvider>,
  )
  return { chat, unmount }
}

const job = (state: string, more: Partial<Export> = {}): Export => ({ id: 'e-1', state, ...more })

async function start(): Promise<void> {
  await page.getByLabelText('From').fill('2026-01-01')
  await page.getByLabelText('To', { exact: true }).fill('2026-01-31')
  await page.getByLabelText('Channel').selectOptions('Reception')
  await page.getByRole('button', { name: 'Export messages' }).click()
}

afterEach(() => localStorage.clear())

test('begins an export of whole days by the user’s clock, and offers its file once a live event says that it is ready', async () => {
  const { chat } = await show({ createExport: job('pending'), readExport: job('pending') })
  await expect.element(page.getByText('You have not exported anything yet.')).toBeVisible()
  await start()
  await expect.element(page.getByText('Waiting for its turn')).toBeVisible()
  expect(chat.calls.find(({ operation }) => operation === 'createExport')?.body).toEqual({
    from: new Date(2026, 0, 1).toISOString(),
    to: new Date(new Date(2026, 1, 1).getTime() - 1).toISOString(),
    channelId: 'c-1',
  })
  chat.set({ answers: { readExport: job('done', { url: 'https://files.example/1.csv' }) } })
  chat.send({ name: 'export', data: job('done') })
  await expect
    .element(page.getByRole('link', { name: 'Download' }))
    .toHaveAttribute('href', 'https://files.example/1.csv')
})

test('still has an export after the page was loaded anew, and keeps no link to its file', async () => {
  const answers = { createExport: job('done', { url: 'https://files.example/1.csv' }), readExport: job('running') }
  const { unmount } = await show(answers)
  await start()
  await expect.element(page.getByRole('listitem')).toBeVisible()
  expect(Object.values(localStorage).join()).not.toContain('files.example')
  await unmount()
  await show(answers)
  await expect.element(page.getByRole('listitem')).toHaveTextContent('1 Jan 2026 to 31 Jan 2026')
  await expect.element(page.getByText('In progress')).toBeVisible()
  await page.getByRole('button', { name: /Remove from the list/ }).click()
  await expect.element(page.getByText('You have not exported anything yet.')).toBeVisible()
})

test.each<[Export, string[]]>([
  [job('pending'), ['Waiting for its turn']],
  [job('running', { progress: 0.4 }), ['In progress']],
  [job('done', { url: 'https://files.example/1.csv', size: 2_300 }), ['Ready', 'Download3 kB', 'Download it soon']],
  [job('done', { reason: 'webhook_failed', url: 'https://files.example/1.csv' }), ['Ready', 'The file is complete']],
  [
    job('done', { url: 'https://files.example/1.csv', expiresAt: '2099-01-01T00:00:00Z' }),
    ['Available until 1 Jan 2099'],
  ],
  [job('done', { url: 'https://files.example/1.csv', expiresAt: '2020-01-01T00:00:00Z' }), ['The link has expired.']],
  [job('failed', { reason: 'disk_full' }), ['Failed', 'disk_full']],
  [job('paused'), ['Unknown status: paused']],
])('shows an export in the state %j', async (state, texts) => {
  await show({ createExport: job('pending'), readExport: state })
  await start()
  const item = page.getByRole('listitem')
  for (const text of texts) await expect.element(item).toHaveTextContent(text)
  if (state.progress !== undefined)
    await expect.element(item.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '40')
  const isOpen = state.url !== undefined && !texts.includes('The link has expired.')
  expect(item.getByRole('link', { name: /^Download/ }).elements()).toHaveLength(isOpen ? 1 : 0)
})

test('says that the vendor no longer has an export', async () => {
  await show({ createExport: job('pending'), readExport: { error: 'not_found' } })
  await start()
  await expect.element(page.getByText('no longer has this export')).toBeVisible()
})

test.each([
  ['exports', 'Only administrators may export messages.'],
  ['vendorData', 'Messages cannot be exported here'],
])('offers no export, and says why, with %s for administrators only', async (restricted, sentence) => {
  const session = { ...adminSession, capabilities: ['channels'], restricted: [restricted] }
  await showAdmin(<MessageExport />, { answers: { session } })
  await expect.element(page.getByText(sentence)).toBeVisible()
  expect(page.getByRole('button').elements()).toHaveLength(0)
})

test('fills in a period that is often wanted', async () => {
  await show()
  await page.getByRole('button', { name: 'Last month' }).click()
  await expect.element(page.getByLabelText('From')).toHaveValue(expect.stringMatching(/-01$/))
})

test('says what is wrong with a period, and sends nothing', async () => {
  const { chat } = await show()
  await page.getByRole('button', { name: 'Export messages' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Choose the first and the last day.')
  await page.getByLabelText('From').fill('2026-02-01')
  await page.getByLabelText('To', { exact: true }).fill('2026-01-31')
  await expect.element(page.getByRole('alert')).toHaveTextContent('The period must not end before it begins.')
  expect(chat.calls.map(({ operation }) => operation)).not.toContain('createExport')
})

test('gives the reason why an export did not start', async () => {
  await show({ createExport: { error: 'forbidden' } })
  await start()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Only administrators may do this.')
})
