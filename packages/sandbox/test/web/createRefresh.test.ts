import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createRefresh, type Refresh } from '../../web/inspector/live/createRefresh.ts'

/** A server's value, and a page that shows it. A read takes the value at once, and comes back when it is let go. */
function showValue(): Refresh & {
  set: (value: number) => void
  reads: (() => void)[]
  shown: () => number | undefined
  look: () => () => void
} {
  let value = 0
  const reads: (() => void)[] = []
  const queryClient = new QueryClient({
    defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false } },
  })
  const observer = new QueryObserver(queryClient, {
    queryKey: ['value'],
    queryFn: () => {
      const read = value
      return new Promise<number>((resolve) => reads.push(() => resolve(read)))
    },
  })
  const look = () => observer.subscribe(() => {})
  const refresh = createRefresh(queryClient)
  onTestFinished(() => {
    refresh.close()
    queryClient.clear()
  })
  return {
    ...refresh,
    set: (next) => {
      value = next
    },
    reads,
    shown: () => queryClient.getQueryData(['value']),
    look,
  }
}

describe('a change', () => {
  it('is shown', async () => {
    const { reads, set, refresh, shown, look } = showValue()
    look()
    reads[0]?.()
    await expect.poll(shown).toBe(0)
    set(1)
    refresh({ queryKey: ['value'] })
    expect(reads).toHaveLength(2)
    reads[1]?.()
    await expect.poll(shown).toBe(1)
  })

  it('during the first read is shown', async () => {
    const { reads, set, refresh, shown, look } = showValue()
    look()
    set(1)
    refresh({ queryKey: ['value'] })
    expect(reads).toHaveLength(1)
    reads[0]?.()
    await expect.poll(() => reads.length).toBe(2)
    expect(shown()).toBe(0)
    reads[1]?.()
    await expect.poll(shown).toBe(1)
  })

  it('during a later read is shown, and so is what that read brings', async () => {
    const { reads, set, refresh, shown, look } = showValue()
    look()
    reads[0]?.()
    await expect.poll(shown).toBe(0)
    for (const next of [1, 2, 3]) {
      set(next)
      refresh()
    }
    expect(reads).toHaveLength(2)
    reads[1]?.()
    await expect.poll(shown).toBe(1)
    await expect.poll(() => reads.length).toBe(3)
    reads[2]?.()
    await expect.poll(shown).toBe(3)
    expect(reads).toHaveLength(3)
  })

  it('during a read that nobody waits for any more is shown to the next one who looks', async () => {
    const { reads, set, refresh, shown, look } = showValue()
    const leave = look()
    set(1)
    refresh()
    leave()
    reads[0]?.()
    await expect.poll(shown).toBe(0)
    look()
    await expect.poll(() => reads.length).toBe(2)
    reads[1]?.()
    await expect.poll(shown).toBe(1)
  })
})
