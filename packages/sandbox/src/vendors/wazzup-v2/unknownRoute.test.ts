import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

describe('a route of API V2 that the sandbox does not have', () => {
  it.each([
    ['POST /v2/send_mesage', 'POST /v2/send_message'],
    ['POST /v2/sendMessage', 'POST /v2/send_message'],
    ['PUT /v2/deal', 'PATCH /v2/deals'],
    ['PUT /v2/contacts/17', 'PATCH /v2/contacts'],
    ['GET /v2/iframe', 'POST /v2/iframe'],
    ['POST /v2/frame', 'POST /v2/iframe'],
  ])('%s gets a 501 that names %s', async (route, nearest) => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, route)
    expect(status).toBe(501)
    expect(json).toEqual(refusal('NOT_IMPLEMENTED', `The sandbox has no ${route}. The nearest it has is ${nearest}.`))
  })

  it('gets a 501 that says where all routes are listed when it is about something else', async () => {
    const { json } = await callSandbox(await startSandbox(), 'GET /v2/invoices')
    const list = expect.stringContaining('/_sandbox/openapi/wazzup-v2.json')
    expect(json).toEqual(refusal('NOT_IMPLEMENTED', list))
  })

  it('gets a short response at once, however long it is', async () => {
    const sandbox = await startSandbox()
    const { status, text } = await callSandbox(sandbox, `GET /v2/${'x'.repeat(100_000)}`)
    expect(status).toBe(501)
    expect(text.length).toBeLessThan(500)
  })
})
