import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../../../test/eventually.ts'
import { createCrmChat } from '../chat/createCrmChat.ts'
import { createLogger } from '../createLogger.ts'
import { openSeededStore } from '../seed/openSeededStore.ts'
import { createSync } from './createSync.ts'

/** Starts a sync to a vendor where nothing responds. */
async function startAlone(
  retryDelayMs: () => number,
): Promise<{ lines: string[]; sync: ReturnType<typeof createSync> }> {
  const { database, close } = await openSeededStore(':memory:', { now: 0 })
  const lines: string[] = []
  const destination = { write: (line: string) => lines.push(line) }
  const logger = createLogger({ level: 'info', secrets: [], destination })
  const store = { database, now: Date.now }
  const account = { apiKey: 'test_api_key', baseUrl: 'http://127.0.0.1:9' }
  const chosen = createCrmChat({ store, vendor: 'wazzup-v3', account, logger })
  const sync = createSync({
    store,
    current: () => chosen,
    getCrmUrl: () => 'http://127.0.0.1',
    logger,
    retryDelayMs,
    pollMs: 1,
  })
  onTestFinished(async () => {
    await sync.close()
    await chosen.chat.close()
    close()
  })
  return { lines, sync }
}

it.each([2_592_000_000, Number.POSITIVE_INFINITY])('waits %s ms, and does not retry at once', async (ms) => {
  const { lines, sync } = await startAlone(() => ms)
  await sync.startOnce()
  sync.run()
  await eventually(() => expect(lines.join()).toContain('failed; retrying'))
  for (let count = 0; count < 200; count += 1) await sync.read()
  expect(lines.filter((line) => line.includes('failed; retrying'))).toHaveLength(1)
})

it('counts as failed after five failures in a row, and goes on by itself', async () => {
  const { lines, sync } = await startAlone(() => 1)
  await sync.startOnce()
  sync.run()
  await eventually(async () =>
    expect(await sync.read()).toMatchObject({ status: 'failed', problem: expect.any(String) }),
  )
  const failures = () => lines.filter((line) => line.includes('failed; retrying')).length
  expect(failures()).toBeGreaterThanOrEqual(5)
  const before = failures()
  await eventually(() => expect(failures()).toBeGreaterThan(before))
})
