import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { sendMessageExample } from '../../../test/fixtures/sendMessageExample.ts'
import { getMessages } from '../../../test/getMessages.ts'
import { makeFolder } from '../../../test/makeFolder.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const clock = (): number => 1_800_000_000_000

describe('a reply', () => {
  it('is sent at once, delivered a second later, and read when the customer replies', async () => {
    const sandbox = await startSandbox({ clock })
    const status = async () => (await getMessages(sandbox, ann))[0]?.status
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    expect(await status()).toBe('sent')
    sandbox.clock.advance(999)
    expect(await status()).toBe('sent')
    sandbox.clock.advance(1)
    await expect.poll(status).toBe('delivered')
    await sandbox.simulate.message({ ...ann, text: 'Thank you' })
    expect(await status()).toBe('read')
  })

  it('stays read if it was read before its delivery', async () => {
    const sandbox = await startSandbox({ clock })
    await callSandbox(sandbox, 'POST /v2/send_message', { body: sendMessageExample })
    await sandbox.simulate.message({ ...ann, text: 'Thank you' })
    sandbox.clock.advance(1_000)
    expect((await getMessages(sandbox, ann))[0]?.status).toBe('read')
  })

  it('is delivered after a restart if the sandbox stopped before its delivery', async () => {
    const data = join(await makeFolder(), 'sandbox.db')
    const before = await startSandbox({ clock, data })
    await callSandbox(before, 'POST /v2/send_message', { body: sendMessageExample })
    await before.close()
    const after = await startSandbox({ clock, data })
    expect((await getMessages(after, ann))[0]?.status).toBe('sent')
    after.clock.advance(1_000)
    await expect.poll(async () => (await getMessages(after, ann))[0]?.status).toBe('delivered')
  })
})
