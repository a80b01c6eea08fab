import { describe, expect, it } from 'vitest'
import { callSandbox } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

describe('a route of an earlier version of the tech API', () => {
  it.each([
    ['GET /tech/channels/list', 'GET /tech/v2/channels'],
    ['GET /tech/settings', 'GET /tech/v2/settings'],
    ['PATCH /tech/settings', 'PATCH /tech/v2/settings'],
    ['POST /tech/iframe/generate-channels-link', 'POST /tech/v2/iframe-links/channels'],
    ['POST /tech/channels/whatsapp/1/reinit', 'POST /tech/v2/channels/:channel_id/reinit'],
    ['POST /tech/accounts', 'POST /tech/v2/accounts'],
  ])('%s is answered 501, naming %s', async (route, successor) => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    expect(await callSandbox(sandbox, route, { headers })).toMatchObject({
      status: 501,
      json: { statusCode: 501, message: expect.stringContaining(`Its successor is ${successor}.`) },
    })
    expect(sandbox.requests()).toMatchObject([{ vendor: 'wazzup-tech', verdict: 'unknown', status: 501 }])
  })

  it('has no other route below it', async () => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    const { status, text } = await callSandbox(sandbox, 'PUT /tech/setting', { headers })
    expect(status).toBe(501)
    expect(text).toContain('The nearest it has is')
  })

  it('needs a key like any other', async () => {
    const sandbox = await startSandbox()
    const { status } = await callSandbox(sandbox, 'GET /tech/settings', { headers: { authorization: '' } })
    expect(status).toBe(401)
  })
})

describe('a path with several slashes in a row', () => {
  it.each([
    ['GET //v3/channels', 'Bearer', 'GET /v3/channels'],
    ['GET /v3//channels', 'Bearer', 'GET /v3/channels'],
    ['POST ///v2//iframe', 'Basic', 'POST /v2/iframe'],
    ['GET //tech/v2/channels', 'Bearer', 'GET /tech/v2/channels'],
  ])('%s is not found, in the vendor’s words, and names the right one', async (route, scheme, meant) => {
    const sandbox = await startSandbox()
    const { status, text } = await callSandbox(sandbox, route, {
      headers: { authorization: `${scheme} ${sandbox.apiKey}` },
    })
    expect(status).toBe(404)
    expect(text).toContain(`instead of several: ${meant}.`)
    expect(sandbox.requests()).toMatchObject([{ verdict: 'unknown', status: 404 }])
  })

  it('is told in the form of API v3', async () => {
    const sandbox = await startSandbox()
    const headers = { authorization: `Bearer ${sandbox.apiKey}` }
    expect((await callSandbox(sandbox, 'GET //v3/channels', { headers })).json).toMatchObject({
      status: 404,
      requestId: expect.any(String),
      error: 'NOT_FOUND',
    })
  })
})
