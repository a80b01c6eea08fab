import { describe, expect, it } from 'vitest'
import { startVendor, type VendorAnswer } from '../../test/startVendor.ts'
import { InvalidParametersError, OutcomeUnknownError, VendorUnavailableError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import { isWhatomateError } from './errorCodes.ts'
import * as examples from './fixtures/messages.ts'
import { queuedMessage } from './fixtures/server.ts'
import { type MessageParameters, messageRequestSchema } from './messageRequest.ts'

const { contact_id } = queuedMessage
const apiKey = `whm_${'0'.repeat(32)}`

async function startServer(answer: VendorAnswer) {
  const { url, requests } = await startVendor(() => answer)
  return { whatomate: createWhatomate({ apiKey, baseUrl: url }), requests }
}

const success = (data: unknown): VendorAnswer => ({ json: { status: 'success', data } })

describe('sendMessage', () => {
  it('sends a text so that either generation of the server finds it', async () => {
    const { whatomate, requests } = await startServer({ json: examples.textAnswer.payload })
    const text = 'Good morning! What can we do for you?'
    const sent = await whatomate.sendMessage({ contact_id, type: 'text', text })
    expect(sent).toMatchObject({
      id: '7f2f0c9a-0002-4c1c-9b9c-6aa7bb8cc9dd',
      status: 'sent',
      wamid: 'wamid.DEF',
      created_at: '2026-01-01T12:01:00Z',
    })
    expect(requests).toMatchObject([{ method: 'POST', url: `/api/contacts/${contact_id}/messages` }])
    expect(requests[0]?.body).toEqual({ ...Object(examples.textRequest.payload), content: { body: text } })
  })

  it('reads the whole message a server answers with', async () => {
    const { whatomate } = await startServer(success(queuedMessage))
    const sent = await whatomate.sendMessage({ contact_id, type: 'text', text: 'Hello', reply_to_message_id: 'm-1' })
    expect(sent).toMatchObject({ id: queuedMessage.id, status: 'pending', wamid: undefined })
  })

  it.each([examples.textRequest, { ...examples.textRequest, payload: { type: 'text', content: { body: 'Hi' } } }])(
    'understands a text in either form',
    ({ payload }) => {
      const { text, content } = Object(messageRequestSchema.parse(payload))
      expect(content).toEqual({ body: text })
    },
  )

  it('sends quick replies as the documents show them', async () => {
    const { whatomate, requests } = await startServer({ json: examples.interactiveAnswer.payload })
    const buttons = [
      { id: 'today', title: 'Today' },
      { id: 'later', title: 'Later' },
    ]
    const interactive = { type: 'button', body: 'Shall we deliver today?', buttons } as const
    const sent = await whatomate.sendMessage({ contact_id, type: 'interactive', interactive })
    expect(sent).toMatchObject({ id: '7f2f0c9a-0004-4c1c-9b9c-6aa7bb8cc9dd', wamid: 'wamid.GHI' })
    expect(requests[0]?.body).toEqual(examples.buttonsRequest.payload)
  })

  it('sends a link as the documents show it', async () => {
    const { whatomate, requests } = await startServer({ json: examples.interactiveAnswer.payload })
    const url = 'https://shop.example.com/orders/1017'
    const interactive = { type: 'cta_url', body: 'Your order is here', button_text: 'Show order', url } as const
    await whatomate.sendMessage({ contact_id, type: 'interactive', interactive })
    expect(requests[0]?.body).toEqual(examples.linkRequest.payload)
  })

  it('sends a list under the name the server reads it from', async () => {
    const { whatomate, requests } = await startServer(success(queuedMessage))
    const buttons = Array.from({ length: 10 }, (_, index) => ({ id: `${index}`, title: 'ю'.repeat(12) }))
    const interactive = { type: 'list', body: 'Choose', buttons } as const
    await whatomate.sendMessage({ contact_id, type: 'interactive', interactive })
    expect(requests[0]?.body).toEqual({ type: 'interactive', interactive })
  })

  it('is never sent a second time, whatever became of the first', async () => {
    const { whatomate, requests } = await startServer('cut')
    const sent = whatomate.sendMessage({ contact_id, type: 'text', text: 'Hello' })
    await expect(sent).rejects.toThrow(OutcomeUnknownError)
    expect(requests).toHaveLength(1)
  })
})

describe('what the server would accept and break is refused before it is sent', () => {
  const titles = (count: number, title = 'Yes') =>
    Array.from({ length: count }, (_, index) => ({ id: `${index}`, title }))
  const cases: Record<string, unknown> = {
    'an empty text': { type: 'text', text: '' },
    'a text of blanks': { type: 'text', text: ' \n ' },
    'a text of 4,097 characters': { type: 'text', text: 'a'.repeat(4_097) },
    'a kind it cannot send here': { type: 'image', text: 'Hello' },
    'buttons without a text': { type: 'interactive', interactive: { type: 'button', body: '', buttons: titles(1) } },
    'no buttons': { type: 'interactive', interactive: { type: 'button', body: 'Choose', buttons: [] } },
    'four buttons': { type: 'interactive', interactive: { type: 'button', body: 'Choose', buttons: titles(4) } },
    'a title of 20 characters and 21 bytes': {
      type: 'interactive',
      interactive: { type: 'button', body: 'Choose', buttons: titles(1, `${'a'.repeat(19)}ю`) },
    },
    'the same id twice': {
      type: 'interactive',
      interactive: { type: 'button', body: 'Choose', buttons: [...titles(1), ...titles(1, 'No')] },
    },
    'a list of three': { type: 'interactive', interactive: { type: 'list', body: 'Choose', buttons: titles(3) } },
    'a list of eleven': { type: 'interactive', interactive: { type: 'list', body: 'Choose', buttons: titles(11) } },
    'a title of 25 bytes in a list': {
      type: 'interactive',
      interactive: { type: 'list', body: 'Choose', buttons: titles(4, 'a'.repeat(25)) },
    },
    'a link that is none': {
      type: 'interactive',
      interactive: { type: 'cta_url', body: 'Look', button_text: 'Open', url: 'javascript:alert(1)' },
    },
    'a kind of buttons that is not there': { type: 'interactive', interactive: { type: 'carousel', body: 'Look' } },
  }

  it.each(Object.keys(cases))('%s', async (name) => {
    const { whatomate, requests } = await startServer(success(queuedMessage))
    const message = { contact_id, ...Object(cases[name]) } as MessageParameters // What no type lets through.
    await expect(whatomate.sendMessage(message)).rejects.toThrow(InvalidParametersError)
    expect(requests).toHaveLength(0)
  })
})

describe('markMessageRead', () => {
  it('asks as the documents show it', async () => {
    const { whatomate, requests } = await startServer({ json: examples.readAnswer.payload })
    await whatomate.markMessageRead({ message_id: 'm-1' })
    expect(requests).toMatchObject([{ method: 'PUT', url: '/api/messages/m-1/read', text: '' }])
  })

  it('says so when the server cannot', async () => {
    const refusal = { status: 'error', message: 'Not implemented yet', data: null }
    const { whatomate } = await startServer({ status: 501, json: refusal })
    const error = await whatomate.markMessageRead({ message_id: 'm-1' }).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(VendorUnavailableError)
    expect(isWhatomateError(error, 'NOT_IMPLEMENTED')).toBe(true)
  })
})
