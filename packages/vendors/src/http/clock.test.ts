import { describe, expect, it } from 'vitest'
import { httpTo, ok, read, send } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { createGate } from '../unanswered/createGate.ts'
import { pollUnanswered } from '../unanswered/pollUnanswered.ts'
import { systemClock } from './clock.ts'
import { sendRequest } from './sendRequest.ts'

const month = 30 * 24 * 3_600_000

describe.each([month, Number.POSITIVE_INFINITY, Number.NaN])("the machine's clock, asked to sleep for %d ms", (ms) => {
  it('does not wake at once, but when the signal aborts', async () => {
    const ended = new AbortController()
    let isAwake = false
    const sleep = systemClock.sleep(ms, ended.signal).then(() => {
      isAwake = true
    })
    await systemClock.sleep(50, ended.signal) // An overflowing timer fires after 1 ms.
    expect(isAwake).toBe(false)
    ended.abort()
    await sleep
  })

  it('as the deadline of a call lets it end', async () => {
    const vendor = await startVendor(() => ok)
    const http = httpTo(vendor.url, { clock: systemClock, timeoutMs: ms })
    await expect(sendRequest(http, read)).resolves.toBeDefined()
    await expect(sendRequest(http, send)).resolves.toBeDefined()
    expect(vendor.requests).toHaveLength(2)
  })

  it('between two polls requests once', async () => {
    let polls = 0
    const fetchValue = async () => {
      polls += 1
      return { count: polls, tone: null, at: '2026-01-01T00:00:00.000Z' }
    }
    const onValue = (): void => undefined
    const random = (): number => 0.5
    const gate = createGate({ clock: systemClock, random })
    const stop = pollUnanswered({ fetchValue, everyMs: ms, clock: systemClock, random, onValue, gate, userId: '7' })
    await systemClock.sleep(50, new AbortController().signal)
    stop()
    expect(polls).toBe(1)
  })
})
