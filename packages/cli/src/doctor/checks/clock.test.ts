import { expect, it } from 'vitest'
import { codesOf, createRig } from '../../../test/createRig.ts'
import { startServer } from '../../../test/startServer.ts'

const { doctor, sandbox } = createRig()

/** The sandbox behind a server whose clock is off. */
function startSkewed(offsetMs: number): Promise<string> {
  return startServer(async (request, response) => {
    const { authorization = '' } = request.headers
    const { status } = await fetch(`${sandbox().url}${request.url}`, { headers: { authorization } })
    response.writeHead(status, { date: new Date(Date.now() + offsetMs).toUTCString() }).end('[]')
  })
}

it.each([
  [-600_000, /is (599|60\d) s ahead of/],
  [600_000, /is (599|60\d) s behind/],
])('finds a clock that is off by %i ms', async (offsetMs, sentence) => {
  const result = await doctor({ env: { VENDOR_URL: await startSkewed(offsetMs) } })
  expect(codesOf(result)).toEqual(['clock-off'])
  expect(result.findings[0]?.what).toMatch(sentence)
})

it('lets a clock be off by some seconds', async () => {
  expect(codesOf(await doctor({ env: { VENDOR_URL: await startSkewed(10_000) } }))).toEqual([])
})
