import { expect, it } from 'vitest'
import { checkHistory, countRepeats, type Verdict } from './checkHistory.ts'
import { createHistory, type History } from './history.ts'

/** Two messages and a status of one chat, and two sends, of which nobody knows what became of the second. */
function goodHistory(): History {
  const names = ['7-a', '7-a read', '7-b']
  return {
    ...createHistory(),
    sent: new Map([['7', [...names]]]),
    acknowledged: new Set(names),
    taken: names.map((name, index) => ({ name, processId: 1, at: 1_000 + index })),
    stored: [...names],
    shown: names.map((name, index) => ({ name, stream: 'one', at: 1_010 + index })),
    sends: [
      { id: 's-1', outcome: 'accepted' },
      { id: 's-2', outcome: 'unknown' },
    ],
    atVendor: ['s-1'],
    faults: [{ name: 'kill', from: 5_000, until: 6_000 }],
  }
}

const good: Verdict = {
  lost: [],
  storedTwice: [],
  takenTwice: [],
  shownTwice: [],
  disordered: [],
  sentTwice: [],
  sentNever: [],
}

it('a good history has no faults', () => {
  expect(checkHistory(goodHistory())).toEqual(good)
})

it.each<[string, (history: History) => void, Partial<Verdict>]>([
  ['an event that no database has is lost', ({ stored }) => stored.splice(1, 1), { lost: ['7-a read'] }],
  ['an event that the CRM was not handed is lost', ({ taken }) => taken.pop(), { lost: ['7-b'] }],
  ['a message that is stored again is doubled', ({ stored }) => stored.push('7-a'), { storedTwice: ['7-a'] }],
  [
    'an event that is handed over again is doubled',
    ({ taken }) => taken.push({ name: '7-a', processId: 2, at: 1_100 }),
    { takenTwice: ['7-a'] },
  ],
  [
    'also one after a fault that was over',
    ({ taken }) => {
      taken.push({ name: '7-a', processId: 2, at: 7_000 }, { name: '7-a', processId: 3, at: 7_010 })
    },
    { takenTwice: ['7-a'] },
  ],
  [
    'an event that a stream got again is doubled',
    ({ shown }) => shown.push({ name: '7-b', stream: 'one', at: 1_100 }),
    { shownTwice: ['7-b in one'] },
  ],
  [
    'an event before an earlier one is out of order',
    ({ taken }) => taken.reverse(),
    { disordered: ['7-b', '7-a read', '7-a'] },
  ],
  ['a message that went out again is doubled', ({ atVendor }) => atVendor.push('s-1'), { sentTwice: ['s-1'] }],
  ['also one of which nobody knew', ({ atVendor }) => atVendor.push('s-2', 's-2'), { sentTwice: ['s-2'] }],
  ['a message that was accepted and never went out is lost', ({ atVendor }) => atVendor.pop(), { sentNever: ['s-1'] }],
])('%s', (_, spoil, expected) => {
  const history = goodHistory()
  spoil(history)
  expect(checkHistory(history)).toEqual({ ...good, ...expected })
})

it('an event that comes again after a process was killed is counted, and no fault', () => {
  const history = goodHistory()
  history.taken.push({ name: '7-b', processId: 2, at: 6_100 })
  history.shown.push({ name: '7-b', stream: 'one', at: 6_110 })
  expect(checkHistory(history)).toEqual(good)
  expect(countRepeats(history)).toBe(1)
})
