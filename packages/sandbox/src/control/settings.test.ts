import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { InvalidOptionError } from '../store/errors.ts'

describe("the account's settings", () => {
  it('are read and changed one by one, over HTTP and in code, and restored by a reset', async () => {
    const sandbox = await startSandbox({ seed: { settings: { links: 'trust' } } })
    const first = { tariff: 'max', balance: 'funded', integration: 'connected', links: 'trust' }
    expect((await callSandbox(sandbox, 'GET /_sandbox/settings')).json).toMatchObject(first)
    const changed = await callSandbox(sandbox, 'PATCH /_sandbox/settings', { body: { tariff: 'start' } })
    expect(changed).toMatchObject({ status: 200, json: { ...first, tariff: 'start' } })
    await sandbox.settings.change({ balance: 'empty' })
    expect(await sandbox.settings.get()).toMatchObject({ ...first, tariff: 'start', balance: 'empty' })
    await sandbox.reset()
    expect(await sandbox.settings.get()).toMatchObject(first)
  })

  it('are part of a snapshot, and separate for each account', async () => {
    const sandbox = await startSandbox()
    const other = await sandbox.addAccount()
    await sandbox.settings.change({ tariff: 'start' })
    const snapshot = await sandbox.snapshot()
    await sandbox.reset()
    await sandbox.restore(snapshot)
    expect(await sandbox.settings.get()).toMatchObject({ tariff: 'start' })
    expect(await other.settings.get()).toMatchObject({ tariff: 'max' })
  })

  it.each([{ tariff: 'gold' }, { tarif: 'start' }, { tariff: null }, []])('reject %j', async (body) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'PATCH /_sandbox/settings', { body })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
    // @ts-expect-error What comes from JavaScript may be anything.
    await expect(sandbox.settings.change(body)).rejects.toThrow(InvalidOptionError)
  })
})
