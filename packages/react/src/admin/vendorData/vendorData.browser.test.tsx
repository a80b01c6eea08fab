import type { ReadRecords } from '@crm-chat/core/admin'
import type { VendorDataPage, VendorRecord } from '@crm-chat/protocol'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { adminSession, showAdmin } from '../../../test/showChannels.tsx'
import { ChatProvider } from '../../ChatProvider.tsx'
import { createTestChat, type TestChat, type TestChatOptions } from '../../testing/index.ts'
import { VendorData } from './VendorData.tsx'

const toContact = (index: number, more: Partial<VendorRecord> = {}): VendorRecord => ({
  id: `c${index}`,
  name: `Contact ${index}`,
  chats: [{ chatType: 'whatsapp', chatId: `7999${index}` }],
  ...more,
})

/** A vendor with these contacts, in pages of three. */
function createVendor(there: VendorRecord[]): NonNullable<TestChatOptions['answers']> {
  return {
    vendorData: ({ path }) => {
      const query = new URLSearchParams(path.split('?')[1])
      const offset = Number(query.get('offset'))
      const sorted = query.get('descending') === '1' ? [...there].reverse() : there
      const records = path.startsWith('vendor-data/contacts') ? sorted.slice(offset, offset + 3) : []
      const next = records.length < 3 ? null : offset + 3
      return { records, next, orders: ['name'], fields: ['name', 'chats'] } satisfies VendorDataPage
    },
    saveVendorData: ({ body }) => {
      const { records } = body as { records: VendorRecord[] } // As the component sends them.
      const index = records.findIndex(({ id }) => id === 'c7')
      const rejected = index < 0 ? [] : [{ index, id: 'c7', code: 'invalid_request', reason: 'chatId: is invalid.' }]
      return { done: records.length - rejected.length, missing: 0, rejected }
    },
    deleteVendorData: ({ body }) => {
      const { ids } = body as { ids: string[] } // As above.
      for (const id of ids)
        there.splice(
          there.findIndex((record) => record.id === id),
          1,
        )
      return { done: ids.length, missing: 0, rejected: [] }
    },
  }
}

const readFrom =
  (records: VendorRecord[]): ReadRecords =>
  async ({ cursor = '0' }) => {
    const from = Number(cursor)
    return { records: records.slice(from, from + 2), next: from + 2 < records.length ? String(from + 2) : null }
  }

async function show(answers: TestChatOptions['answers'], contacts?: ReadRecords): Promise<TestChat> {
  const chat = createTestChat({ answers, capabilities: ['vendorData'] })
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <ChatProvider chat={chat}>
        <VendorData kinds={['contacts', 'deals']} records={{ contacts }} />
      </ChatProvider>
    </QueryClientProvider>,
  )
  return chat
}

const records = () => page.getByRole('listitem').filter({ has: page.getByRole('checkbox') })

test('lists what the vendor has, page by page and in its orders', async () => {
  await show(createVendor([1, 2, 3, 4].map((index) => toContact(index))))
  await expect.element(page.getByText('Contact 1')).toBeVisible()
  expect(records().elements()).toHaveLength(3)
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect.element(page.getByText('4 to 4')).toBeVisible()
  expect(records().elements()).toHaveLength(1)
  await page.getByRole('button', { name: 'Previous page' }).click()
  await expect.element(page.getByText('1 to 3')).toBeVisible()
  await page.getByLabelText('Order').selectOptions('Name')
  await page.getByLabelText('Descending').click()
  await expect.element(page.getByText('Contact 4')).toBeVisible()
  await page.getByRole('button', { name: 'Deals' }).click()
  await expect.element(page.getByText('nothing of this kind yet')).toBeVisible()
})

test('shows records under their own kind only, and deletes nothing while other ones are on their way', async () => {
  const vendor = createVendor([1, 2, 3, 4].map((index) => toContact(index)))
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const list = vendor.vendorData as (request: { path: string }) => VendorDataPage
  const chat = await show({
    ...vendor,
    vendorData: async (request) => {
      const isFirst = /contacts(\?offset=0)?$/.test(request.path)
      if (!isFirst) await held
      return list(request)
    },
  })
  await page.getByRole('checkbox', { name: 'Contact 1' }).click()
  await expect.element(page.getByRole('button', { name: /^Delete/ })).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect.element(page.getByRole('button', { name: /^Delete/ })).not.toBeInTheDocument()
  await page.getByRole('button', { name: 'Deals' }).click()
  await expect.element(page.getByText('Contact 1')).not.toBeInTheDocument()
  release()
  await expect.element(page.getByText('nothing of this kind yet')).toBeVisible()
  expect(chat.calls.filter(({ operation }) => operation === 'deleteVendorData')).toEqual([])
})

test('compares, names the fields that differ, uploads the rest, and reports what is rejected', async () => {
  const chat = await show(
    createVendor([toContact(1), toContact(2, { name: 'Old name' }), toContact(9)]),
    readFrom([toContact(1), toContact(2), toContact(7), toContact(8)]),
  )
  await page.getByRole('button', { name: 'Compare with the CRM' }).click()
  await expect.element(page.getByText('1 is the same')).toBeVisible()
  await page.getByText('1 is different').click()
  await expect.element(page.getByText('Different: Name')).toBeVisible()
  await page.getByText('2 are missing at the service').click()
  await page.getByText('1 is missing in the CRM').click()
  await page.getByRole('button', { name: 'Upload 3 records' }).click()
  await expect.element(page.getByText('2 records were uploaded.')).toBeVisible()
  await expect.element(page.getByText('1 record was rejected')).toBeVisible()
  await expect.element(page.getByText('chatId: is invalid.')).toBeVisible()
  const saved = chat.calls.find(({ operation }) => operation === 'saveVendorData')
  expect(saved).toMatchObject({
    path: 'vendor-data/contacts',
    body: { records: [{ id: 'c2' }, { id: 'c7' }, { id: 'c8' }] },
  })
  await expect.element(page.getByText('1 is missing at the service')).toBeVisible()
})

test('asks before it deletes, and deletes no more than what was selected', async () => {
  const chat = await show(createVendor([1, 2, 3].map((index) => toContact(index))))
  await page.getByRole('checkbox', { name: 'Select Contact 2' }).click()
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Delete 1 record at the messenger service?')
  await expect.element(page.getByRole('button', { name: 'Keep' })).toHaveFocus()
  expect(chat.calls.map(({ operation }) => operation)).not.toContain('deleteVendorData')
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(page.getByText('1 record was deleted.')).toBeVisible()
  expect(chat.calls.find(({ operation }) => operation === 'deleteVendorData')?.body).toEqual({ ids: ['c2'] })
  await expect.poll(() => records().elements().length).toBe(2)
})

test('shows why it cannot be read, and tries again', async () => {
  const chat = await show({ vendorData: { error: 'upstream_auth' } })
  await expect.element(page.getByRole('alert')).toHaveTextContent('The messenger service refused our key.')
  chat.set({ answers: createVendor([toContact(1)]) })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByText('Contact 1')).toBeVisible()
})

test('stops at a failure, and goes on where it was', async () => {
  const chat = await show(
    { ...createVendor([]), saveVendorData: { error: 'forbidden' } },
    readFrom([1, 2, 3].map((index) => toContact(index))),
  )
  await page.getByRole('button', { name: 'Compare with the CRM' }).click()
  await page.getByRole('button', { name: 'Upload 3 records' }).click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Only administrators may do this.')
  chat.set({ answers: { saveVendorData: { done: 3, missing: 0, rejected: [] } } })
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect.element(page.getByText('3 records were uploaded.')).toBeVisible()
  await expect.element(page.getByText('Both sides have the same data.')).toBeVisible()
})

test.each([
  ['vendorData', 'Only administrators may see this data.'],
  ['exports', 'The messenger service keeps no such data'],
])('shows no data, and says why, with %s for administrators only', async (restricted, sentence) => {
  const session = { ...adminSession, capabilities: ['channels'], restricted: [restricted] }
  await showAdmin(<VendorData />, { answers: { session } })
  await expect.element(page.getByText(sentence)).toBeVisible()
  expect(page.getByRole('button').elements()).toHaveLength(0)
})
