import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../src/server/journal/createJournal.ts'
import { foldRequests } from './foldRequests.ts'

const first: JournalEntry = {
  id: 1,
  at: 0,
  vendor: 'wazzup-v2',
  operation: 'wazzup-v2.createIframe',
  verdict: 'answered',
  method: 'POST',
  path: '/v2/iframe',
  headers: {},
  body: { user: { id: '7' }, scope: 'global' },
  status: 200,
  answer: null,
  durationMs: 1,
  faultId: null,
  ignoredFields: [],
  remark: null,
}

/** Ids of the requests in each run. */
const fold = (requests: JournalEntry[]): number[][] =>
  foldRequests(requests).map(({ requests: run }) => run.map(({ id }) => id))

describe('requests that follow each other', () => {
  it('are one run while they look alike', () => {
    expect(fold([{ ...first, id: 3 }, { ...first, id: 2, at: 5, durationMs: 9 }, first])).toEqual([[3, 2, 1]])
  })

  it.each([
    ['the body', { body: { user: { id: '8' }, scope: 'global' } }],
    ['the status', { status: 503 }],
    ['the outcome', { verdict: 'fault' as const }],
  ])('are two runs where %s differs', (_, other) => {
    expect(fold([{ ...first, id: 2, ...other }, first])).toEqual([[2], [1]])
  })

  it('are two runs where another one is between them', () => {
    expect(fold([{ ...first, id: 3 }, { ...first, id: 2, path: '/v2/users' }, first])).toEqual([[3], [2], [1]])
  })
})
