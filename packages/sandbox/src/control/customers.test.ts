import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { createV3Client } from '../../test/createV3Client.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann } from '../../test/fixtures/people.ts'
import { startSandbox } from '../../test/startSandbox.ts'
import { InvalidOptionError } from '../store/errors.ts'

const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }

describe('a customer', () => {
  it('has the settings last made in a seed, over HTTP or in code', async () => {
    const sandbox = await startSandbox({ seed: { customers: [{ ...ann, standing: 'reportedSpam' }] } })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/customers')
    expect(json).toEqual({ customers: [{ ...ann, standing: 'reportedSpam' }] })
    const client = createV3Client(sandbox)
    await expect(client.sendMessage(message)).rejects.toMatchObject({ code: 'MESSAGES_IS_SPAM' })
    const body = { ...ann, standing: 'accountDeleted' }
    expect(await callSandbox(sandbox, 'PUT /_sandbox/customers', { body })).toMatchObject({
      status: 200,
      json: { customers: [body] },
    })
    await expect(client.sendMessage(message)).rejects.toMatchObject({ code: 'CONTACT_DETAIL_NOT_FOUND' })
    await sandbox.simulate.customer({ ...ann, standing: 'reachable' })
    await expect(client.sendMessage(message)).resolves.toMatchObject({ chatId: ann.chatId })
  })

  it.each([{ ...ann, standing: 'angry' }, { ...ann, chatId: '+7', standing: 'reachable' }, {}])(
    'rejects %j',
    async (body) => {
      const sandbox = await startSandbox()
      const { status, json } = await callSandbox(sandbox, 'PUT /_sandbox/customers', { body })
      expect({ status, json }).toEqual({ status: 400, json: refusal('VALIDATION_ERROR') })
      // @ts-expect-error What comes from JavaScript may be anything.
      await expect(sandbox.simulate.customer(body)).rejects.toThrow(InvalidOptionError)
    },
  )
})
