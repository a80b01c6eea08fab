import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { httpTo, ok, read, send } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { OutcomeUnknownError, RateLimitedError, VendorUnavailableError } from '../errors.ts'
import { sendRequest } from './sendRequest.ts'

describe('repetition', () => {
  const failures = [
    { name: '429', failure: { status: 429 } },
    { name: '503', failure: { status: 503 } },
    { name: '502', failure: { status: 502, text: '<html>Bad gateway</html>' } },
    { name: 'a cut connection', failure: 'cut' },
  ] as const

  it.each(failures)('a read is repeated after $name', async ({ failure }) => {
    const vendor = await startVendor((_, index) => (index < 2 ? failure : ok))
    await expect(sendRequest(httpTo(vendor.url), read)).resolves.toEqual({ ok: true })
    expect(vendor.requests).toHaveLength(3)
  })

  it.each(failures)('a send is never repeated after $name', async ({ failure }) => {
    const vendor = await startVendor(() => failure)
    await expect(sendRequest(httpTo(vendor.url), send)).rejects.toThrow()
    expect(vendor.requests).toHaveLength(1)
  })

  it.each(failures)('a send with an idempotency key is repeated after $name', async ({ failure }) => {
    const vendor = await startVendor((_, index) => (index === 0 ? failure : ok))
    await expect(sendRequest(httpTo(vendor.url), { ...send, idempotencyKey: 'k1' })).resolves.toEqual({ ok: true })
    expect(vendor.requests).toHaveLength(2)
  })

  it('a harmless write is repeated after 429 only', async () => {
    const busy = await startVendor((_, index) => (index === 0 ? { status: 429 } : ok))
    await sendRequest(httpTo(busy.url), { ...send, idempotent: true })
    expect(busy.requests).toHaveLength(2)
    const broken = await startVendor(() => ({ status: 500 }))
    await expect(sendRequest(httpTo(broken.url), { ...send, idempotent: true })).rejects.toThrow(VendorUnavailableError)
    expect(broken.requests).toHaveLength(1)
  })

  it('ends after as many repetitions as the option says', async () => {
    const vendor = await startVendor(() => ({ status: 429 }))
    await expect(sendRequest(httpTo(vendor.url, { retries: 1 }), read)).rejects.toThrow(RateLimitedError)
    expect(vendor.requests).toHaveLength(2)
  })

  it('a send that may have gone out stays open, though a repetition was refused for its rate', async () => {
    const vendor = await startVendor((_, index) => (index === 0 ? 'cut' : { status: 429 }))
    await expect(sendRequest(httpTo(vendor.url), { ...send, idempotencyKey: 'k1' })).rejects.toThrow(
      OutcomeUnknownError,
    )
  })

  it("the vendor's word about a repetition is the last word", async () => {
    const vendor = await startVendor((_, index) =>
      index === 0 ? 'cut' : { status: 400, json: { error: 'repeatedCrmMessageId' } },
    )
    await expect(sendRequest(httpTo(vendor.url), { ...send, idempotencyKey: 'k1' })).rejects.toMatchObject({
      code: 'REPEATED_CRM_MESSAGE_ID',
    })
  })

  it('a send is not repeated when the vendor will have forgotten its key', async () => {
    const clock = createTestClock()
    const vendor = await startVendor((_, index) =>
      index === 0 ? { status: 429, headers: { 'retry-after': '20' } } : ok,
    )
    const sent = sendRequest(httpTo(vendor.url, { clock, timeoutMs: 90_000 }), {
      ...send,
      idempotencyKey: 'k1',
      idempotencyWindowMs: 15_000,
    })
    await expect(sent).rejects.toThrow(RateLimitedError)
  })
})

describe('the wait before a repetition', () => {
  it('is spread by full jitter and grows', async () => {
    const clock = createTestClock()
    const vendor = await startVendor((_, index) => (index < 3 ? { status: 503 } : ok))
    const result = sendRequest(httpTo(vendor.url, { clock, random: () => 0.5, timeoutMs: 60_000 }), read)
    for (const waitMs of [150, 300, 600]) {
      await until(() => expect(clock.sleepers()).toContain(waitMs))
      await clock.advance(waitMs)
    }
    await expect(result).resolves.toEqual({ ok: true })
  })

  it.each([
    ['7', 7_000],
    ['86400', 30_000],
    [new Date(Date.UTC(2026, 0, 1, 0, 0, 4)).toUTCString(), 4_000],
  ])('is what Retry-After asks, within reason: %s', async (retryAfter, waitMs) => {
    const clock = createTestClock()
    const limited = { status: 429, headers: { 'retry-after': retryAfter } }
    const vendor = await startVendor((_, index) => (index === 0 ? limited : ok))
    const result = sendRequest(httpTo(vendor.url, { clock, timeoutMs: 60_000 }), read)
    await until(() => expect(clock.sleepers()).toContain(waitMs))
    await clock.advance(waitMs)
    await expect(result).resolves.toEqual({ ok: true })
  })

  it('never begins when the deadline would come first', async () => {
    const clock = createTestClock()
    const vendor = await startVendor(() => ({ status: 429, headers: { 'retry-after': '20' } }))
    const error = await sendRequest(httpTo(vendor.url, { clock }), read).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(RateLimitedError)
    expect(error).toMatchObject({ retryAfterMs: 20_000 })
  })
})
