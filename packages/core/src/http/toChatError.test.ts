import { expect, test } from 'vitest'
import { toChatError } from './toChatError.ts'

const date = 'Fri, 02 Jan 2026 03:04:05 GMT'
const page = '<h1>Down for maintenance</h1>'
const own = { code: 'rate_limited', message: 'said the test', requestId: 'r1', retryable: true }

function read({ headers, body = page }: { headers: Record<string, string>; body?: string }) {
  return toChatError({ response: new Response(body, { status: 503, headers }), what: 'GET /chat/events' })
}

test.each([
  ['seconds', { 'retry-after': '120' }, 120_000],
  [
    'a date, by the clock of the server that sent it',
    { 'retry-after': 'Fri, 02 Jan 2026 03:06:05 GMT', date },
    120_000,
  ],
  ['a date of the past', { 'retry-after': 'Fri, 02 Jan 2026 03:00:00 GMT', date }, 0],
  ['a time beyond an hour', { 'retry-after': '86400' }, 3_600_000],
  ['a number of a hundred digits', { 'retry-after': '9'.repeat(100) }, 3_600_000],
  ['a negative number', { 'retry-after': '-5' }, undefined],
  ['a word', { 'retry-after': 'soon' }, undefined],
  ['nothing', {}, undefined],
])('reads a header Retry-After of %s', async (_, headers, retryAfterMs) => {
  expect(await read({ headers })).toMatchObject({ code: 'network', retryable: true, retryAfterMs })
})

test('prefers the time in the proxy’s own error', async () => {
  const headers = { 'retry-after': '120' }
  const withTime = JSON.stringify({ error: { ...own, retryAfterMs: 1200 } })
  expect(await read({ headers, body: withTime })).toMatchObject({ code: 'rate_limited', retryAfterMs: 1200 })
  const withoutTime = JSON.stringify({ error: own })
  expect(await read({ headers, body: withoutTime })).toMatchObject({ code: 'rate_limited', retryAfterMs: 120_000 })
  const forDays = JSON.stringify({ error: { ...own, retryAfterMs: 1e12 } })
  expect(await read({ headers, body: forDays })).toMatchObject({ retryAfterMs: 3_600_000 })
})
