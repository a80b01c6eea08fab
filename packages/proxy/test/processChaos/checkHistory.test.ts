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
    faults: [
      { name: 'process killed', processId: 1, from: 5_000, until: 6_000 },
      { name: 'process paused', processId: 2, from: 20_000, until: 22_000 },
      { name: 'Redis killed', from: 30_000, until: 31_000 },
    ],
  }
}

const good: Verdict = {
  lost: [],
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
  [
    'an event that is handed over again is doubled',
    ({ taken }) => taken.push({ name: '7-a', processId: 2, at: 1_100 }),
    { takenTwice: ['7-a'] },
  ],
  [
    'also one that another process had taken long before a kill',
    ({ taken }) => taken.push({ name: '7-a', processId: 3, at: 5_500 }),
    { takenTwice: ['7-a'] },
  ],
  [
    'also one that a process takes long after its pause',
    ({ taken }) => taken.push({ name: '7-a', processId: 2, at: 24_000 }),
    { takenTwice: ['7-a'] },
  ],
  [
    'also one that was taken long before Redis was away',
    ({ taken }) => taken.push({ name: '7-a', processId: 2, at: 30_500 }),
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

it.each([
  ['after the process that had taken it was killed', 4_500, { processId: 2, at: 6_100 }],
  ['from a process that goes on after a pause', 19_000, { processId: 2, at: 22_100 }],
  ['after a Redis that was away could not be told', 30_500, { processId: 3, at: 31_200 }],
])('an event that comes again %s is counted, and no fault', (_, at, again) => {
  const history = goodHistory()
  history.taken = history.taken.map((taken) => (taken.name === '7-b' ? { ...taken, at } : taken))
  history.taken.push({ name: '7-b', ...again })
  history.shown.push({ name: '7-b', stream: 'one', at: again.at })
  expect(checkHistory(history)).toEqual(good)
  expect(countRepeats(history)).toBe(1)
})
