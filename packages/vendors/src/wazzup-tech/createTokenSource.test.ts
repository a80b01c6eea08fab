import { describe, expect, it, vi } from 'vitest'
import { VendorUnavailableError } from '../errors.ts'
import { createTokenSource, type TechTokens, type TokenSource } from './createTokenSource.ts'

const hourMs = 3_600_000

/** A source on a clock the test moves; the vendor answers with tokens numbered from 1. */
function createSource(
  options: {
    tokens?: TechTokens
    renew?: (count: number) => Promise<TechTokens>
    store?: (tokens: TechTokens) => void
  } = {},
) {
  const time: { now: number; elapsed?: number } = { now: 0 }
  const renewals: (TechTokens | undefined)[] = []
  const stored: TechTokens[] = []
  const storeErrors: unknown[] = []
  const source: TokenSource = createTokenSource({
    tokens: options.tokens,
    now: () => time.now,
    elapsed: () => time.elapsed ?? time.now,
    renew: (tokens) => {
      renewals.push(tokens)
      const count = renewals.length
      if (options.renew) return options.renew(count)
      return Promise.resolve(numbered(count, time.now + hourMs))
    },
    onTokens: (tokens) => {
      options.store?.(tokens)
      stored.push(tokens)
    },
    onStoreError: (error) => storeErrors.push(error),
  })
  return { source, time, renewals, stored, storeErrors }
}

function numbered(count: number, accessExpiresAtMs: number): TechTokens {
  return { accessToken: `access-${count}`, refreshToken: `refresh-${count}`, accessExpiresAtMs }
}

describe('a token source', () => {
  it('hands out the stored token as long as it has a minute left', async () => {
    const { source, time, renewals } = createSource({ tokens: numbered(0, hourMs) })
    time.now = hourMs - 61_000
    await expect(source.getAccessToken()).resolves.toBe('access-0')
    expect(renewals).toHaveLength(0)
  })

  it('renews a token before it ends', async () => {
    const { source, time, renewals, stored } = createSource({ tokens: numbered(0, hourMs) })
    time.now = hourMs - 60_000
    await expect(source.getAccessToken()).resolves.toBe('access-1')
    expect(renewals).toMatchObject([{ refreshToken: 'refresh-0' }])
    expect(stored).toMatchObject([{ accessToken: 'access-1', refreshToken: 'refresh-1' }])
  })

  it('asks once, however many wait', async () => {
    const { source, renewals } = createSource()
    const tokens = await Promise.all(Array.from({ length: 20 }, () => source.getAccessToken()))
    expect(new Set(tokens)).toEqual(new Set(['access-1']))
    expect(renewals).toHaveLength(1)
  })

  it('keeps the refresh token when the answer has none', async () => {
    const renew = (count: number): Promise<TechTokens> =>
      Promise.resolve({ accessToken: `access-${count}`, accessExpiresAtMs: 0 })
    const { source, renewals, stored } = createSource({ tokens: numbered(0, 0), renew })
    await source.getAccessToken()
    await source.getAccessToken()
    expect(renewals).toMatchObject([{ refreshToken: 'refresh-0' }, { refreshToken: 'refresh-0' }])
    expect(stored).toMatchObject([{ refreshToken: 'refresh-0' }, { refreshToken: 'refresh-0' }])
  })

  it('keeps the refresh token when renewing failed', async () => {
    const renew = vi.fn((count: number) =>
      count === 1
        ? Promise.reject(new VendorUnavailableError({ message: 'down' }))
        : Promise.resolve(numbered(9, hourMs)),
    )
    const { source, renewals } = createSource({ tokens: numbered(0, 0), renew })
    await expect(source.getAccessToken()).rejects.toThrow('down')
    await expect(source.getAccessToken()).resolves.toBe('access-9')
    expect(renewals).toMatchObject([{ refreshToken: 'refresh-0' }, { refreshToken: 'refresh-0' }])
  })

  it('hands out a token that still works when renewing failed', async () => {
    const renew = (): Promise<TechTokens> => Promise.reject(new VendorUnavailableError({ message: 'down' }))
    const { source, time } = createSource({ tokens: numbered(0, hourMs), renew })
    time.now = hourMs - 1
    await expect(source.getAccessToken()).resolves.toBe('access-0')
    time.now = hourMs
    await expect(source.getAccessToken()).rejects.toThrow('down')
  })

  it('tries to store again what could not be stored', async () => {
    let attempts = 0
    const store = (): void => {
      attempts += 1
      if (attempts < 3) throw new Error('the disk is full')
    }
    const { source, stored, storeErrors, renewals } = createSource({ store })
    for (let call = 0; call < 4; call += 1) await expect(source.getAccessToken()).resolves.toBe('access-1')
    expect(renewals).toHaveLength(1)
    expect(storeErrors).toHaveLength(2)
    expect(stored).toMatchObject([{ refreshToken: 'refresh-1' }])
  })

  it('renews a token the vendor refused, but not one that another call has just renewed', async () => {
    const { source, time, renewals } = createSource({ tokens: numbered(0, hourMs) })
    await expect(source.renewAccessToken()).resolves.toBe(true)
    await expect(source.renewAccessToken()).resolves.toBe(true)
    expect(renewals).toHaveLength(1)
    time.now = 10_000
    await source.renewAccessToken()
    expect(renewals).toHaveLength(2)
  })

  it('renews a refused token also after the wall clock was set back by an hour', async () => {
    const { source, time, renewals } = createSource({ tokens: numbered(0, 2 * hourMs) })
    time.now = hourMs
    time.elapsed = 0
    await source.renewAccessToken()
    time.now = 0
    time.elapsed = 10_000
    await source.renewAccessToken()
    expect(renewals).toHaveLength(2)
  })

  it('has no other token when renewing a refused one failed', async () => {
    const renew = (): Promise<TechTokens> => Promise.reject(new VendorUnavailableError({ message: 'down' }))
    const { source } = createSource({ tokens: numbered(0, hourMs), renew })
    await expect(source.renewAccessToken()).resolves.toBe(false)
  })
})
