import { describe, expect, it } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { httpTo, ok, read, send } from '../../test/httpTo.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { OutcomeUnknownError, VendorTimeoutError } from '../errors.ts'
import { sendRequest } from './sendRequest.ts'

describe('the deadline', () => {
  it('leaves the outcome of a send open', async () => {
    const clock = createTestClock()
    const vendor = await startVendor(() => 'silence')
    const result = sendRequest(httpTo(vendor.url, { clock, timeoutMs: 1_000 }), send)
    const seen = expect(result).rejects.toThrow(OutcomeUnknownError)
    await until(() => expect(vendor.requests).toHaveLength(1))
    await clock.advance(1_000)
    await seen
  })

  it('covers every attempt together', async () => {
    const clock = createTestClock()
    const vendor = await startVendor((_, index) => (index === 0 ? { status: 503 } : 'silence'))
    const result = sendRequest(httpTo(vendor.url, { clock, random: () => 1, timeoutMs: 1_000 }), read)
    const seen = expect(result).rejects.toThrow(VendorTimeoutError)
    await until(() => expect(clock.sleepers()).toContain(300))
    await clock.advance(300)
    await until(() => expect(vendor.requests).toHaveLength(2))
    await clock.advance(700)
    await seen
  })

  it('says so when a send was never sent because its turn did not come', async () => {
    const clock = createTestClock()
    const vendor = await startVendor(() => ok)
    const http = httpTo(vendor.url, { clock, timeoutMs: 1_000, limit: { requests: 1, perMs: 5_000 } })
    await sendRequest(http, send)
    const seen = expect(sendRequest(http, send)).rejects.toThrow(VendorTimeoutError)
    await clock.advance(1_000)
    await seen
    expect(vendor.requests).toHaveLength(1)
  })

  it.each([-3_600_000, 3_600_000])('stays where it is when the wall clock moves by %d ms', async (byMs) => {
    const clock = createTestClock()
    const vendor = await startVendor((_, index) => {
      clock.shiftWallClock(byMs)
      return index === 0 ? { status: 503 } : ok
    })
    const result = sendRequest(httpTo(vendor.url, { clock, random: () => 1, timeoutMs: 1_000 }), read)
    await until(() => expect(clock.sleepers()).toContain(300))
    await clock.advance(300)
    await expect(result).resolves.toEqual({ ok: true })
  })

  it('leaves no timer behind', async () => {
    const clock = createTestClock()
    const vendor = await startVendor(() => ok)
    await sendRequest(httpTo(vendor.url, { clock }), read)
    expect(clock.sleepers()).toEqual([])
  })
})

describe('an aborted signal', () => {
  it('rejects with its own reason before anything is sent', async () => {
    const vendor = await startVendor(() => ok)
    const signal = AbortSignal.abort(new Error('the page was left'))
    await expect(sendRequest(httpTo(vendor.url), { ...read, signal })).rejects.toThrow('the page was left')
    expect(vendor.requests).toHaveLength(0)
  })

  it('rejects with its own reason while the answer is awaited', async () => {
    const controller = new AbortController()
    const vendor = await startVendor(() => 'silence')
    const seen = expect(sendRequest(httpTo(vendor.url), { ...send, signal: controller.signal })).rejects.toThrow('left')
    await until(() => expect(vendor.requests).toHaveLength(1))
    controller.abort(new Error('left'))
    await seen
  })

  it('rejects with its own reason while a repetition is awaited', async () => {
    const controller = new AbortController()
    const clock = createTestClock()
    const vendor = await startVendor(() => ({ status: 503 }))
    const http = httpTo(vendor.url, { clock, random: () => 0.5 })
    const seen = expect(sendRequest(http, { ...read, signal: controller.signal })).rejects.toThrow('left')
    await until(() => expect(clock.sleepers()).toContain(150))
    controller.abort(new Error('left'))
    await seen
  })
})
