import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { InvalidOptionError } from '../errors.ts'

const file = { name: 'a.txt', type: 'text/plain', data: Buffer.from([0, 255, 7]).toString('base64') }

describe('a snapshot', () => {
  it('restores everything, in open windows too', async () => {
    const seed = { users: [{ id: '7', name: 'Kate' }], contacts: [{ id: '1', name: 'Ann', chats: [ann] }] }
    const sandbox = await startSandbox({ seed })
    await sandbox.simulate.message({ ...ann, text: 'Hello', file })
    const before = await getMessages(sandbox, ann)
    const snapshot = await sandbox.snapshot()
    await sandbox.simulate.message({ ...ann, text: 'More' })
    await callSandbox(sandbox, 'DELETE /v2/contacts/1')
    const { told } = await openWindow(sandbox)
    await sandbox.restore(snapshot)
    expect(await sandbox.snapshot()).toEqual(snapshot)
    expect(await getMessages(sandbox, ann)).toEqual(before)
    await expect.poll(() => told.opened).toHaveLength(2)
    const kept = await fetch(before[0]?.content ?? '')
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(Uint8Array.of(0, 255, 7))
  })

  it('is plain JSON without a key, and works in another sandbox', async () => {
    const [one, other] = [await startSandbox({ apiKey: 'canary-1' }), await startSandbox()]
    await one.simulate.message({ ...ann, text: 'Hello' })
    const text = JSON.stringify(await one.snapshot())
    expect(text).not.toContain('canary')
    await other.restore(JSON.parse(text))
    expect(await getMessages(other, ann)).toMatchObject([{ text: 'Hello' }])
  })

  it('continues the numbering of messages', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: '1' })
    await sandbox.restore(await sandbox.snapshot())
    await sandbox.simulate.message({ ...ann, text: '2' })
    expect((await getMessages(sandbox, ann)).map(({ text }) => text)).toEqual(['1', '2'])
  })

  it.each([
    ['is none', {}],
    ['has a table that there is not', { version: 1, tables: { secrets: [] } }],
    ['has a column that there is not', { version: 1, tables: { users: [{ id: '1', name: 'A', '"x': 1 }] } }],
    ['is of a newer sandbox', { version: 1_000, tables: {} }],
  ])('is rejected when it %s, and changes nothing', async (_, dump) => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    // @ts-expect-error Dumps come from files and may be anything.
    await expect(sandbox.restore(dump)).rejects.toThrow(InvalidOptionError)
    expect(await getMessages(sandbox, ann)).toHaveLength(1)
  })
})

describe('the control API', () => {
  it('exports and imports data above the limit of other bodies', async () => {
    const sandbox = await startSandbox()
    for (let count = 0; count < 150; count++) await sandbox.simulate.message({ ...ann, text: 'x'.repeat(10_000) })
    const exported = await callSandbox(sandbox, 'GET /_sandbox/export')
    expect(exported.text.length).toBeGreaterThan(1_000_000)
    await callSandbox(sandbox, 'POST /_sandbox/reset')
    expect(await getMessages(sandbox, ann)).toEqual([])
    const imported = await callSandbox(sandbox, 'POST /_sandbox/import', { rawBody: exported.text })
    expect(imported).toMatchObject({ status: 200, json: { imported: true } })
    expect(await getMessages(sandbox, ann)).toHaveLength(150)
    const wrong = await callSandbox(sandbox, 'POST /_sandbox/import', { body: { version: 1 } })
    expect(wrong).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
  })

  it('keeps snapshots by name', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'PUT /_sandbox/snapshots/empty')
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await callSandbox(sandbox, 'POST /_sandbox/snapshots/empty/restore')
    expect(await getMessages(sandbox, ann)).toEqual([])
    const missing = await callSandbox(sandbox, 'POST /_sandbox/snapshots/other/restore')
    expect(missing).toMatchObject({ status: 404, json: refusal('SNAPSHOT_NOT_FOUND') })
  })
})
