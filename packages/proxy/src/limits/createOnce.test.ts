import type { ErrorCode } from '@crm-chat/protocol'
import { describe, expect, it } from 'vitest'
import { createFakeClock } from '../../test/createFakeClock.ts'
import { OperationError } from '../errors.ts'
import { createOnce } from './createOnce.ts'

const key = 'ann m-1'
const request = '{"text":"Hello"}'

function failWith(code: ErrorCode): () => Promise<never> {
  return async () => {
    throw new OperationError({ code, message: 'Failed.' })
  }
}

function setUp({ maxKeys }: { maxKeys?: number } = {}) {
  const clock = createFakeClock()
  const once = createOnce({ clock, ...(maxKeys === undefined ? {} : { maxKeys }) })
  let runs = 0
  const run = async (): Promise<number> => {
    runs += 1
    return runs
  }
  return { clock, once, run, runs: () => runs }
}

describe('a request with a key', () => {
  it('is carried out once; whoever repeats it gets the same result, also while it is under way', async () => {
    const { once, run, runs } = setUp()
    const results = await Promise.all([once({ key, request, run }), once({ key, request, run })])
    expect([...results, await once({ key, request, run })]).toEqual([1, 1, 1])
    expect(runs()).toBe(1)
  })

  it('is carried out for each key', async () => {
    const { once, run } = setUp()
    const results = await Promise.all(['a', 'b'].map((own) => once({ key: own, request, run })))
    expect(results.toSorted()).toEqual([1, 2]) // Either may be first: their digests are computed at once.
  })

  it.each<ErrorCode>(['outcome_unknown', 'upstream_invalid', 'internal'])(
    'is never carried out again after %s: it may have been',
    async (code) => {
      const { once, run, runs } = setUp()
      await expect(once({ key, request, run: failWith(code) })).rejects.toMatchObject({ code })
      await expect(once({ key, request, run })).rejects.toMatchObject({ code })
      expect(runs()).toBe(0)
    },
  )

  it('may be tried again after a failure that changed nothing', async () => {
    const { once, run } = setUp()
    await expect(once({ key, request, run: failWith('upstream_unavailable') })).rejects.toThrow()
    expect(await once({ key, request, run })).toBe(1)
  })

  it('is refused with the key of another one', async () => {
    const { once, run, runs } = setUp()
    await once({ key, request, run })
    await expect(once({ key, request: '{"text":"Bye"}', run })).rejects.toMatchObject({ code: 'invalid_request' })
    expect(runs()).toBe(1)
  })

  it('is forgotten after a day', async () => {
    const { once, run, clock } = setUp()
    await once({ key, request, run })
    clock.advance(24 * 3_600_000)
    expect(await once({ key, request, run })).toBe(2)
  })

  it('takes bounded memory: beyond it new keys are refused, as a forgotten one could be sent twice', async () => {
    const { once, run, clock } = setUp({ maxKeys: 2 })
    await once({ key: 'a', request, run })
    await once({ key: 'b', request, run })
    await expect(once({ key: 'c', request, run })).rejects.toMatchObject({ code: 'busy' })
    expect(await once({ key: 'a', request, run })).toBe(1)
    clock.advance(24 * 3_600_000)
    expect(await once({ key: 'c', request, run })).toBe(3)
  })
})
