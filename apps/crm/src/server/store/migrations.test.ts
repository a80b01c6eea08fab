import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client/sqlite3'
import { getTableColumns } from 'drizzle-orm'
import { CasingCache } from 'drizzle-orm/casing'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { contactResponseSchema } from '../../api/contact.ts'
import { dealsResponseSchema } from '../../api/deal.ts'
import { migrations } from './migrations.ts'
import { openStore } from './openStore.ts'
import * as schema from './schema.ts'

async function makeFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-migrations-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return join(folder, 'crm.sqlite')
}

const sentAt = Date.UTC(2030, 0, 1)
const record = JSON.stringify({
  id: 'm1',
  at: sentAt,
  version: {
    id: 'm1',
    chat: { chatType: 'whatsapp', chatId: '46701740600' },
    conversationId: 'whatsapp~46701740600',
    channelId: 'c1',
    direction: 'incoming',
    type: 'text',
    text: 'Hello',
    at: new Date(sentAt).toISOString(),
  },
})

/** Writes a file as the CRM did before it had companies. */
async function writeOldFile(path: string): Promise<void> {
  const client = createClient({ url: pathToFileURL(path).href })
  await client.executeMultiple(`${migrations.slice(0, 3).join(';')}; PRAGMA user_version = 3;
    INSERT INTO users VALUES ('ann', 'Ann Reyes', 'Sales', 'admin'), ('ben', 'Ben Okafor', 'Sales', 'staff');
    INSERT INTO contacts VALUES
      ('asa', 'ann', 'Åsa Berg', 'Owner', 'Café Åsa', 'asa@cafe.example', '46701740600', 'Likes oak.', 'asa berg cafe asa'),
      ('lea', 'ben', 'Lea', '', 'café åsa', '', '', '', 'lea'), ('max', 'ben', 'Max', '', '', '', '', '', 'max');
    INSERT INTO chats VALUES ('whatsapp', '46701740600', 'asa');
    INSERT INTO deals VALUES ('asa', 'Écru tables', 'won', 120000, 'EUR'), ('lea', 'Chairs', 'new', 5000, 'EUR');
    INSERT INTO messages VALUES ('m1', 'whatsapp~46701740600', 'whatsapp', '46701740600', ${sentAt}, 'hello', '${record}');
  `)
  client.close()
}

it('opens a file of the CRM before, and keeps all of its data', async () => {
  const data = await makeFile()
  await writeOldFile(data)
  const crm = await startTestCrm({ data })
  const erin = await crm.logIn('erin')
  const { contact } = contactResponseSchema.parse((await erin.get('/api/contacts/asa')).body)
  expect(contact).toMatchObject({
    name: 'Åsa Berg',
    position: 'Owner',
    company: 'Café Åsa',
    responsibleUserId: 'ann',
    chats: [{ chatType: 'whatsapp', chatId: '46701740600' }],
    openDealCount: 0,
    waitingSince: sentAt,
    lastMessage: { text: 'Hello', at: sentAt, isFromCustomer: true },
    version: 1,
    deletedAt: null,
  })
  expect((await erin.get('/api/notes?contactId=asa')).body).toMatchObject({
    items: [{ text: 'Likes oak.', authorId: 'ann' }],
  })
  const deals = dealsResponseSchema.parse((await erin.get('/api/deals?search=ecru')).body)
  expect(deals.items).toMatchObject([
    {
      title: 'Écru tables',
      contactId: 'asa',
      companyId: contact.companyId,
      stage: 'won',
      closedAt: expect.any(Number),
    },
  ])
  expect((await erin.get('/api/companies')).body).toMatchObject({ total: 1 })
  expect((await erin.get('/api/contacts?search=asa')).body).toMatchObject({ total: 2 })
  expect((await erin.get('/api/users')).body).toMatchObject({
    users: [{ role: 'sales' }, { role: 'sales' }, { role: 'manager' }, { role: 'qualityControl' }, { role: 'admin' }],
  })
})

it('finds nothing missing in a migrated file, and migrates it once', async () => {
  const data = await makeFile()
  await writeOldFile(data)
  for (let opening = 0; opening < 2; opening += 1) {
    const { database, close } = await openStore(data)
    expect((await database.run('PRAGMA foreign_key_check')).rows).toEqual([])
    expect((await database.run('PRAGMA integrity_check')).rows).toEqual([{ integrity_check: 'ok' }])
    expect((await database.run('SELECT count(*) AS count FROM messages')).rows).toEqual([{ count: 1 }])
    close()
  }
})

it('makes the tables that the schema describes', async () => {
  const { database, close } = await openStore(':memory:')
  onTestFinished(close)
  const casing = new CasingCache('snake_case')
  const tables = Object.values(schema).filter((value) => value instanceof SQLiteTable)
  expect(tables.length).toBeGreaterThan(10)
  for (const table of tables) {
    const { name } = getTableConfig(table)
    const described = Object.values(getTableColumns(table)).map((column) => ({
      name: casing.getColumnCasing(column),
      type: column.getSQLType().toUpperCase(),
    }))
    const { rows } = await database.run(`PRAGMA table_info(${name})`)
    const made = rows.map((row) => ({ name: row.name, type: row.type }))
    expect(made, name).toEqual(expect.arrayContaining(described))
    expect(made, name).toHaveLength(described.length)
  }
})
