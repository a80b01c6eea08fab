import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

const request = { body: { user: { id: '7', name: 'Kate' }, scope: 'global' } }

describe('the key', () => {
  it('opens the API plain, or after the word Basic in any case', async () => {
    const sandbox = await startSandbox({ apiKey: '32a817cbc1594bd5885574d8f0290cd3' })
    for (const scheme of ['Basic', 'basic', 'BASIC']) {
      const headers = { authorization: `${scheme} 32a817cbc1594bd5885574d8f0290cd3` }
      expect(await callSandbox(sandbox, 'POST /v2/iframe', { ...request, headers })).toMatchObject({ status: 200 })
    }
  })

  it.each([
    ['missing', ''],
    ['wrong', 'Basic sandbox_wazzup2'],
    ['a part of the right one', 'Basic sandbox_wazzu'],
    ['base64 of the right one', `Basic ${Buffer.from('sandbox_wazzup:').toString('base64')}`],
    ['that of another scheme', 'Bearer sandbox_wazzup'],
    ['without a scheme', 'sandbox_wazzup'],
  ])('is rejected when it is %s', async (_, authorization) => {
    const sandbox = await startSandbox()
    for (const route of ['POST /v2/iframe', 'POST /v2/send_message', 'PATCH /v2/contacts', 'GET /v2/anything']) {
      const { status, json, text } = await callSandbox(sandbox, route, {
        headers: { authorization },
        ...(route.startsWith('GET') ? {} : request),
      })
      expect({ route, status }).toEqual({ route, status: 401 })
      expect(json).toEqual(refusal('UNAUTHORIZED'))
      expect(text).not.toContain(sandbox.apiKey)
    }
  })
})
