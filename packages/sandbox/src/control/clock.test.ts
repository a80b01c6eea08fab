import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { openWindow } from '../../test/openWindow.ts'
import { startSandbox } from '../../test/startSandbox.ts'

describe('POST /_sandbox/clock/advance', () => {
  it('moves the time past the expiry of a link', async () => {
    const sandbox = await startSandbox({ clock: () => Date.UTC(2027, 0, 15, 9, 30) })
    const { told } = await openWindow(sandbox)
    const { status, json } = await callSandbox(sandbox, 'POST /_sandbox/clock/advance', { body: { ms: 8 * 3_600_000 } })
    expect({ status, json }).toEqual({ status: 200, json: { now: '2027-01-15T17:30:00.000Z' } })
    await expect.poll(() => told.expired).toHaveLength(1)
  })

  it.each([{}, { ms: 0 }, { ms: -1 }, { ms: 1.5 }, { ms: '1000' }, { ms: 1e15 }, []])('rejects %j', async (body) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'POST /_sandbox/clock/advance', { body })
    expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
  })
})
