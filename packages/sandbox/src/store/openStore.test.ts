import { spawnSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { makeFolder } from '../../test/makeFolder.ts'
import { openTestStore } from '../../test/openTestStore.ts'
import { addIncoming } from './entities/addIncoming.ts'
import { saveContacts } from './entities/contacts.ts'
import { listMessages } from './entities/messages.ts'
import { countUnanswered } from './entities/unanswered.ts'
import { saveUser } from './entities/users.ts'
import { DataFileError } from './errors.ts'
import { openConnection } from './openConnection.ts'
import { channels, chats, contactChats, contacts, messages, settings, users } from './schema.ts'

describe('a store', () => {
  it('has a table for every entity in the schema', async () => {
    const store = await openTestStore()
    await saveUser(store, { id: '7', name: 'Kate' })
    await saveContacts(store, [{ id: 1, name: 'Ann', deals: [5, 'six'], chats: [ann] }])
    await addIncoming(store, { ...ann, channelId: channelIds.whatsapp, text: 'Hello' })
    for (const table of [settings, users, contacts, contactChats, chats, messages, channels]) {
      expect(await store.database.select().from(table)).not.toEqual([])
    }
    expect(await store.database.select().from(contacts)).toMatchObject([{ id: '1', deals: [5, 'six'] }])
  })

  it('keeps its data and the secret of its links in the file', async () => {
    const data = join(await makeFolder(), 'made on the way', 'sandbox 100%.db')
    const before = await openTestStore(data)
    await addIncoming(before, { ...ann, channelId: channelIds.whatsapp, text: 'Hello' })
    await before.close()
    const after = await openTestStore(data)
    expect(await listMessages(after.database, ann)).toMatchObject([{ text: 'Hello' }])
    expect(await countUnanswered(after.database, '7')).toBe(1)
    expect(after.linkSecret).toBe(before.linkSecret)
  })

  it('stores booleans as numbers, and rejects NaN', async () => {
    const { database } = await openTestStore()
    expect(await database.values(sql`SELECT ${true}, ${false}`)).toEqual([[1, 0]])
    await expect(database.values(sql`SELECT ${Number.NaN}`)).rejects.toMatchObject({
      cause: { message: 'NaN cannot be stored.' },
    })
  })

  it('creates a secret of its own in memory', async () => {
    const [one, other] = [await openTestStore(), await openTestStore()]
    expect(one.linkSecret).toMatch(/^[\w-]{43}$/)
    expect(one.linkSecret).not.toBe(other.linkSecret)
  })

  it('rejects a file that is not a database, naming it', async () => {
    const data = join(await makeFolder(), 'notes.txt')
    await writeFile(data, 'Not a database, but a text that is long enough to be looked at.'.repeat(20))
    await expect(openTestStore(data)).rejects.toThrow(DataFileError)
    await expect(openTestStore(data)).rejects.toThrow(data)
  })

  it('rejects a file that a store has open, until it is closed', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const first = await openTestStore(data)
    await expect(openTestStore(data)).rejects.toThrow(
      `${data} cannot be used: the sandbox that runs as process ${process.pid} uses it.`,
    )
    await addIncoming(first, { ...ann, channelId: channelIds.whatsapp, text: 'Hello' })
    await first.close()
    expect(await listMessages((await openTestStore(data)).database, ann)).toMatchObject([{ text: 'Hello' }])
  })

  it('does not blame a process that has ended for a file that another program has open', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    await (await openTestStore(data)).close()
    const other = openConnection(`${data}.lock`)
    other.execute('BEGIN EXCLUSIVE')
    const { pid } = spawnSync(process.execPath, ['--version'])
    await writeFile(`${data}.pid`, String(pid))
    await expect(openTestStore(data)).rejects.toThrow('another program uses it')
    other.close()
  })

  it('rejects a folder', async () => {
    await expect(openTestStore(await makeFolder())).rejects.toThrow(DataFileError)
  })

  it('rejects a file that a newer version wrote', async () => {
    const data = join(await makeFolder(), 'newer.db')
    const connection = openConnection(data)
    connection.execute('PRAGMA user_version = 999')
    connection.close()
    await expect(openTestStore(data)).rejects.toThrow('newer version')
  })
})
