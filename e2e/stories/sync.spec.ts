import { expect } from '@playwright/test'
import { ContactsPage } from '../pages/ContactsPage.ts'
import { SyncPage } from '../pages/SyncPage.ts'
import { story } from '../story.ts'

story.use({ crm: { crmApi: 'wazzup-v3', keepsData: true } })

story(
  'a sync of 1,000 contacts, seven of which the vendor rejects, goes on after a restart of the CRM',
  { tag: '@deep' },
  async ({ demo, logIn, request }) => {
    const erin = await logIn('Erin Doyle')
    const contacts = new ContactsPage(erin.page)
    const rows = Array.from({ length: 993 }, (_, index) => `Guest ${index},+4477008${String(index).padStart(5, '0')}`)
    const unreachable = Array.from({ length: 7 }, (_, index) => `Unreachable ${index},`) // V3 takes no contact without a chat.
    await contacts.choosesFile(['Name,Phone', ...rows, ...unreachable].join('\n'))
    await contacts.importer.getByRole('button', { name: 'Add 1,000 contacts' }).click()
    await expect(contacts.importer.getByText('Added 1,000 contacts')).toBeVisible()
    await contacts.importer.getByRole('button', { name: 'Done' }).click()

    const slow = { operation: 'wazzup-v3.saveContacts', fault: { kind: 'delay', ms: 700 } }
    expect((await request.post(`${demo.sandbox.url}/_sandbox/faults`, { data: slow })).ok()).toBe(true)
    await erin.openAdministration('Sync')
    const sync = new SyncPage(erin.page)
    await sync.starts()
    const done = () => sync.progress('Contacts').evaluate((bar: HTMLProgressElement) => bar.value / bar.max)
    await expect(sync.status).toHaveText('Running')
    await expect.poll(async () => Math.abs((await done()) - 0.5)).toBeLessThan(0.5) // Neither 0 nor 1.
    await demo.restartCrm()

    await expect.poll(done, { timeout: 60_000 }).toBe(1)
    await expect(sync.status).toHaveText('Done')
    await expect(sync.rejected).toHaveCount(8) // With the names of the columns.
    for (const [index] of unreachable.entries())
      await expect(sync.rejected.filter({ hasText: `Unreachable ${index}` })).toContainText('chats')
    const headers = { authorization: `Bearer ${demo.apiKey}` }
    const stored = await (await request.get(`${demo.sandbox.url}/v3/contacts`, { headers })).json()
    expect(stored.count).toBeGreaterThanOrEqual(993)
  },
)
