import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { createWazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Sandbox } from '../../src/index.ts'
import type { SocketFault } from '../../src/server/faults/fault.ts'
import { fastClock } from '../fastClock.ts'
import { ann } from '../fixtures/people.ts'
import { saveUser } from '../saveUser.ts'
import { startSandbox } from '../startSandbox.ts'
import { createWhatomateClient } from '../whatomateClient.ts'

const options = { clock: fastClock, random: () => 0 }

const clients = {
  'wazzup-v2.watchUnanswered': ({ url, apiKey }: Sandbox) =>
    createWazzupV2({ apiKey, baseUrl: url, counterUrl: url, ...options }),
  'wazzup-v3.watchUnanswered': ({ url, apiKey }: Sandbox) =>
    createWazzupV3({ apiKey, baseUrl: url, integrationsUrl: `${url}/integrations`, ...options }),
  'whatomate.watchEvents': (sandbox: Sandbox) => createWhatomateClient(sandbox, options),
} as const

const faults: SocketFault[] = [
  { kind: 'garbage' },
  { kind: 'flood', count: 200 },
  { kind: 'outOfOrder' },
  { kind: 'silent' },
  { kind: 'drop' },
]

describe.each(Object.entries(clients))('the client of %s', (operation, createClient) => {
  it.each(faults)('recovers the right count after $kind', async (fault) => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const counts: number[] = []
    const stop = createClient(sandbox).watchUnanswered({ userId: '7', onValue: ({ count }) => counts.push(count) })
    onTestFinished(stop)
    await expect.poll(() => counts.at(-1), { timeout: 40_000 }).toBe(1)
    sandbox.faults.add({ operation, times: 1, fault })
    await sandbox.simulate.message({ chatType: 'whatsapp', chatId: '37190111122', text: 'Hello' })
    await expect.poll(() => sandbox.faults.list()[0]?.hits).toBe(1)
    for (const chatId of ['37190111133', '37190111144']) {
      await sandbox.simulate.message({ chatType: 'whatsapp', chatId, text: 'Hello' })
    }
    await expect.poll(() => counts.at(-1), { timeout: 40_000 }).toBe(4)
    expect(counts.filter((count) => ![0, 1, 2, 3, 4].includes(count))).toEqual([])
  })
})
