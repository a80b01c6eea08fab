import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { ann } from '../../test/fixtures/people.ts'
import { getMessages } from '../../test/getMessages.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const write = { body: { ...ann, text: 'Hello' } }

describe('the control API', () => {
  it('resets the account to its seed', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message(write.body)
    const { status, json } = await callSandbox(sandbox, 'POST /_sandbox/reset')
    expect({ status, json }).toEqual({ status: 200, json: { reset: true } })
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it.each([
    [{ origin: 'https://evil.example' }],
    [{ origin: 'http://127.0.0.1:3000' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('rejects web pages of other origins: %j', async (headers) => {
    const sandbox = await startSandbox()
    for (const route of ['POST /_sandbox/simulate/message', 'POST /_sandbox/reset', 'POST /_sandbox/clock/advance']) {
      const { status, json } = await callSandbox(sandbox, route, { ...write, headers })
      expect({ route, status, json }).toEqual({ route, status: 403, json: refusal('FOREIGN_ORIGIN') })
    }
    const read = await callSandbox(sandbox, 'GET /_sandbox/messages?chatType=vk&chatId=1', { headers })
    expect(read.status).toBe(403)
    expect(await getMessages(sandbox, ann)).toEqual([])
  })

  it('accepts its own pages', async () => {
    const sandbox = await startSandbox()
    const headers = { origin: sandbox.url, 'sec-fetch-site': 'same-origin' }
    const answer = await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { ...write, headers })
    expect(answer.status).toBe(201)
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'rejects a body of type "%s", which any page could send',
    async (type) => {
      const sandbox = await startSandbox()
      const headers = { 'content-type': type }
      const { status, json } = await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { ...write, headers })
      expect({ status, json }).toEqual({ status: 415, json: refusal('JSON_ONLY') })
    },
  )

  it('responds 404 to other routes', async () => {
    const sandbox = await startSandbox()
    const { status, json } = await callSandbox(sandbox, 'GET /_sandbox/secrets')
    expect({ status, json }).toEqual({ status: 404, json: refusal('NOT_FOUND') })
  })
})
