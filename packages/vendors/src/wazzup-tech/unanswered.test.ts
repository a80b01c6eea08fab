import { describe, expect, it, onTestFinished } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { InvalidAnswerError } from '../errors.ts'
import type { CounterOutage, UnansweredValue } from '../unanswered/unansweredValue.ts'
import { createWazzupTech } from './createWazzupTech.ts'

const at = '2026-01-01T00:00:00.000Z'
const counted = (counter: unknown, type?: string | null): VendorAnswer => ({
  json: { data: { counter, type }, meta: { timestamp: 1_767_225_600 } },
})

describe('fetchUnanswered', () => {
  it.each([
    [counted(5, 'red'), { count: 5, tone: 'red', at }],
    [counted(2, 'grey'), { count: 2, tone: 'grey', at }],
    [counted(0, null), { count: 0, tone: null, at }],
    [counted('3'), { count: 3, tone: 'red', at }],
  ])('reads %j', async (answer, value) => {
    const { url, requests } = await startVendor(() => answer)
    const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url, clock: createTestClock() })
    await expect(wazzup.fetchUnanswered({ user_id: 'staff/7' })).resolves.toEqual(value)
    expect(requests).toMatchObject([{ method: 'GET', url: '/v2/counters/unanswered/staff%2F7' }])
  })

  it.each([null, undefined, '', -1, 1.5, '99999999999999999999999', '9'.repeat(400), 2 ** 53])(
    'does not take %j for a number of chats',
    async (counter) => {
      const { url } = await startVendor(() => counted(counter))
      const wazzup = createWazzupTech({ accessToken: 't', baseUrl: url })
      await expect(wazzup.fetchUnanswered({ user_id: '7' })).rejects.toThrow(InvalidAnswerError)
    },
  )
})

describe('resetUnanswered', () => {
  it('is for the whole account', async () => {
    const { url, requests } = await startVendor(() => ({ json: { data: { account_id: 78_231_464, cleared: true } } }))
    const reset = await createWazzupTech({ accessToken: 't', baseUrl: url }).resetUnanswered()
    expect(reset).toEqual({ account_id: '78231464', cleared: true })
    expect(requests).toMatchObject([{ method: 'DELETE', url: '/v2/chats/unanswered', text: '' }])
  })
})

describe('watchUnanswered', () => {
  it('asks at once, then every quarter of a minute', async () => {
    const { clock, values, requests } = await watch((index) => counted(index, 'red'))
    await until(() => expect(clock.sleepers()).toEqual([15_000]))
    await clock.advance(15_000)
    await until(() => expect(values).toHaveLength(2))
    expect(values).toMatchObject([
      { count: 0, tone: null },
      { count: 1, tone: 'red' },
    ])
    expect(requests).toHaveLength(2)
  })

  it('tells an outage, and that it is over', async () => {
    const { clock, outages, values } = await watch((index) => (index === 1 ? { status: 403 } : counted(4, 'grey')))
    await until(() => expect(clock.sleepers()).toEqual([15_000]))
    await clock.advance(15_000)
    await until(() => expect(clock.sleepers()).toEqual([60_000]))
    expect(outages).toEqual(['refused'])
    await clock.advance(60_000)
    await until(() => expect(values).toHaveLength(2))
    expect(outages).toEqual(['refused'])
  })

  it('has no value as long as the vendor has said none', async () => {
    const { clock, outages, values } = await watch(() => ({ status: 500 }))
    await until(() => expect(outages).toEqual(['unreachable']))
    expect(values).toEqual([])
    expect(clock.sleepers()).toEqual([1_500])
  })

  it('ends when it is told to', async () => {
    const { clock, stop, requests } = await watch(() => counted(1, 'red'))
    await until(() => expect(clock.sleepers()).toEqual([15_000]))
    stop()
    await clock.advance(60_000)
    expect(clock.sleepers()).toEqual([])
    expect(requests).toHaveLength(1)
  })
})

async function watch(answer: (index: number) => VendorAnswer) {
  const clock = createTestClock()
  const { url, requests } = await startVendor((_, index) => answer(index))
  const values: UnansweredValue[] = []
  const outages: CounterOutage[] = []
  const stop = createWazzupTech({
    accessToken: 't',
    baseUrl: url,
    clock,
    retries: 0,
    random: () => 0.5,
  }).watchUnanswered({
    userId: '7',
    onValue: (value) => values.push(value),
    onOutage: (outage) => outages.push(outage),
  })
  onTestFinished(stop)
  return { clock, values, outages, requests, stop }
}
