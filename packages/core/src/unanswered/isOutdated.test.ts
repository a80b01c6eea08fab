import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { systemClock } from '../clock.ts'
import { createStore, type OwnStore } from '../createStore.ts'
import { applyEvents } from './applyEvents.ts'
import type { ConnectParameters } from './connection.ts'
import { createCounterKeeper } from './createCounterKeeper.ts'
import type { UnansweredState } from './unansweredState.ts'

interface Delivery {
  count: number
  epoch: number
  seq: number
  connection: number
  lead?: number
}

/** A store that is fed by hand, as if by several connections. */
function openStore(): {
  store: OwnStore<UnansweredState>
  deliver: (delivery: Delivery) => void
  setSubscribers: (count: number) => void
} {
  let onEvent: ConnectParameters['onEvent'] = () => expect.unreachable('The store should have connected.')
  const keep = createCounterKeeper({
    open: async (connection) => {
      onEvent = applyEvents(connection, () => undefined)
    },
    clock: systemClock,
    signal: new AbortController().signal,
    lingerMs: 1,
  })
  const store = createStore<UnansweredState>({ status: 'idle' })
  keep(store, 1)
  return {
    store,
    setSubscribers: (count) => keep(store, count),
    deliver: ({ count, connection, lead, ...order }) => {
      const at = '2026-01-02T03:04:05.000Z'
      onEvent({ kind: 'value', value: { status: 'live', count, tone: 'red', at, ...order }, connection }, lead)
    },
  }
}

function shownAfter(deliveries: Delivery[]): unknown {
  const { store, deliver } = openStore()
  for (const delivery of deliveries) deliver(delivery)
  const state = store.getState()
  return 'count' in state ? state.count : state.status
}

/** Values of one connection, counted from 1, in any order of delivery and between those of another. */
const values = (size: { min: number; max: number }, toDelivery: (count: number) => Delivery) =>
  fc.integer(size).map((length) => Array.from({ length }, (_, index) => toDelivery(index + 1)))

const orders: [name: string, toFirst: (n: number) => Delivery, toSecond: (n: number) => Delivery][] = [
  [
    'a restarted proxy, whose numbers start again',
    (n) => ({ count: n, connection: 1, epoch: 10, seq: 100 + n }),
    (n) => ({ count: 1000 + n, connection: 2, epoch: 11, seq: n }),
  ],
  [
    'another process, which began earlier',
    (n) => ({ count: n, connection: 1, epoch: 10, seq: 100 + n }),
    (n) => ({ count: 1000 + n, connection: 2, epoch: 9, seq: n }),
  ],
  [
    'another tab, which is connected to another process',
    (n) => ({ count: n, connection: 7, epoch: 10, seq: 100 + n }),
    (n) => ({ count: 1000 + n, connection: 1, lead: 5, epoch: 9, seq: n }),
  ],
  [
    'another run behind the same connection',
    (n) => ({ count: n, connection: 1, epoch: 10, seq: 100 + n }),
    (n) => ({ count: 1000 + n, connection: 1, epoch: 11, seq: n }),
  ],
]

test.each(orders)('ends with the newest value, however late others come: %s', (_, toFirst, toSecond) => {
  const deliveries = fc
    .tuple(values({ min: 0, max: 8 }, toFirst), values({ min: 1, max: 8 }, toSecond))
    .chain(([first, second]) => {
      const all = [...first, ...second]
      return fc.tuple(fc.constant(second.length), fc.shuffledSubarray(all, { minLength: all.length }))
    })
  fc.assert(
    fc.property(deliveries, ([length, shuffled]) => {
      expect(shownAfter(shuffled)).toBe(1000 + length)
    }),
  )
})

test('ends with the newest value of one process, whichever of two connections brings it', () => {
  const delivery = fc.record({ seq: fc.nat(1000), connection: fc.nat(3), lead: fc.nat(3) })
  fc.assert(
    fc.property(fc.uniqueArray(delivery, { minLength: 1, selector: ({ seq }) => seq }), (places) => {
      const newest = Math.max(...places.map(({ seq }) => seq))
      expect(shownAfter(places.map((place) => ({ ...place, count: place.seq, epoch: 1 })))).toBe(newest)
    }),
  )
})

test('shows values without an order as they arrive', () => {
  const unordered = { connection: 1, epoch: 0, seq: 0 }
  expect(shownAfter([5, 2].map((count) => ({ count, ...unordered })))).toBe(2)
})

test('knows no order any more once it has been disconnected', async () => {
  const { store, deliver, setSubscribers } = openStore()
  deliver({ count: 5, connection: 3, lead: 9, epoch: 9, seq: 9 })
  setSubscribers(0)
  await vi.waitFor(() => expect(store.getState()).toEqual({ status: 'idle' }), 45_000)
  setSubscribers(1)
  deliver({ count: 2, connection: 1, epoch: 1, seq: 1 })
  expect(store.getState()).toMatchObject({ count: 2 })
})
