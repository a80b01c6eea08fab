import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { makeFolder } from '../../../test/makeFolder.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createSandbox, InvalidOptionError, SnapshotNotFoundError } from '../../index.ts'

const hello = { ...ann, text: 'Hello' }

describe('snapshots', () => {
  it('are saved, listed, restored and removed by name', async () => {
    const sandbox = await startSandbox({ clock: () => 1_800_000_000_000 })
    await sandbox.snapshots.save('empty')
    await sandbox.simulate.message(hello)
    await sandbox.snapshots.save('one message')
    const entry = (name: string) => ({ name, savedAt: 1_800_000_000_000, bytes: expect.any(Number) })
    expect(await sandbox.snapshots.list()).toEqual([entry('empty'), entry('one message')])
    await sandbox.snapshots.restore('empty')
    expect(await getMessages(sandbox, ann)).toEqual([])
    await sandbox.snapshots.restore('one message')
    expect(await getMessages(sandbox, ann)).toMatchObject([{ text: 'Hello' }])
    expect(await sandbox.snapshots.remove('empty')).toBe(true)
    expect(await sandbox.snapshots.remove('empty')).toBe(false)
    expect(await sandbox.snapshots.list()).toEqual([entry('one message')])
  })

  it('are replaced by one of the same name, and survive a reset', async () => {
    const sandbox = await startSandbox()
    await sandbox.snapshots.save('mine')
    await sandbox.simulate.message(hello)
    await sandbox.snapshots.save('mine')
    await sandbox.reset()
    await sandbox.snapshots.restore('mine')
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
  })

  it('survive a restart with a data file', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const first = await createSandbox({ port: 0, data })
    await first.simulate.message(hello)
    await first.snapshots.save('before')
    await first.close()
    const second = await startSandbox({ data })
    expect(await second.snapshots.list()).toMatchObject([{ name: 'before' }])
  })

  it('belong to one account', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    await other.snapshots.save('theirs')
    expect(await sandbox.snapshots.list()).toEqual([])
  })

  it('are rejected for an invalid or unknown name', async () => {
    const sandbox = await startSandbox()
    await expect(sandbox.snapshots.save('../x')).rejects.toThrow(InvalidOptionError)
    await expect(sandbox.snapshots.save('x', { version: 'new' })).rejects.toThrow(InvalidOptionError)
    await expect(sandbox.snapshots.restore('other')).rejects.toThrow(SnapshotNotFoundError)
    await expect(sandbox.snapshots.get('other')).rejects.toThrow(SnapshotNotFoundError)
  })

  it('are exported as a file and imported into another account by the control API', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    await sandbox.simulate.message(hello)
    await callSandbox(sandbox, 'PUT /_sandbox/snapshots/one%20message')
    const file = await callSandbox(sandbox, 'GET /_sandbox/snapshots/one%20message')
    expect(file.headers.get('content-disposition')).toContain('one%20message.json')
    const headers = { 'x-sandbox-key': other.apiKey }
    const uploaded = await callSandbox(sandbox, 'PUT /_sandbox/snapshots/theirs', { rawBody: file.text, headers })
    expect(uploaded).toMatchObject({ status: 200, json: { snapshots: [{ name: 'theirs' }] } })
    await callSandbox(sandbox, 'POST /_sandbox/snapshots/theirs/restore', { headers })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/chats', { headers })
    expect(json).toMatchObject({ chats: [{ lastText: 'Hello' }] })
  })

  it('are rejected by the control API for invalid JSON, invalid data and an unknown name', async () => {
    const sandbox = await startSandbox()
    for (const rawBody of ['no JSON', '{"version":1}', '[1]']) {
      const refused = await callSandbox(sandbox, 'PUT /_sandbox/snapshots/x', { rawBody })
      expect(refused).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
    }
    const missing = { status: 404, json: refusal('SNAPSHOT_NOT_FOUND') }
    expect(await callSandbox(sandbox, 'GET /_sandbox/snapshots/x')).toMatchObject(missing)
    expect(await callSandbox(sandbox, 'DELETE /_sandbox/snapshots/x')).toMatchObject(missing)
    expect((await callSandbox(sandbox, 'GET /_sandbox/snapshots')).json).toEqual({ snapshots: [] })
  })
})
