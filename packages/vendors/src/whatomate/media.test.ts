import { describe, expect, it } from 'vitest'
import { startVendor } from '../../test/startVendor.ts'
import { InvalidParametersError } from '../errors.ts'
import { createWhatomate } from './createWhatomate.ts'
import * as examples from './fixtures/messages.ts'
import { queuedMessage } from './fixtures/server.ts'
import { type MediaParameters, type MediaType, mediaLimits } from './media.ts'

const apiKey = `whm_${'0'.repeat(32)}`
const { contact_id } = queuedMessage
const picture = new Blob([new Uint8Array([1, 2, 3])], { type: 'image/png' })

describe('sendMedia', () => {
  it('sends a file as the form a server takes', async () => {
    const server = await startVendor(() => ({ json: { status: 'success', data: queuedMessage } }))
    const whatomate = createWhatomate({ apiKey, baseUrl: server.url })
    const sent = await whatomate.sendMedia({
      contact_id,
      type: 'image',
      file: picture,
      filename: 'door.png',
      caption: 'A door',
    })
    expect(sent.status).toBe('pending')
    const [request] = server.requests
    expect(request).toMatchObject({ method: 'POST', url: '/api/messages/media' })
    const headers = { 'content-type': request?.headers['content-type'] ?? '' }
    const form = await new Response(request?.text, { headers }).formData()
    expect(Object.fromEntries([...form].filter(([, part]) => typeof part === 'string'))).toEqual({
      contact_id,
      type: 'image',
      caption: 'A door',
    })
    expect(form.get('file')).toMatchObject({ name: 'door.png', type: 'image/png', size: 3 })
  })

  it('sends a link as the documents of 2025 show it', async () => {
    const server = await startVendor(() => ({ json: examples.sentAnswer.payload }))
    const sent = await createWhatomate({ apiKey, baseUrl: server.url }).sendMedia({
      contact_id,
      type: 'image',
      media_url: 'https://shop.example.com/door.jpg',
      caption: 'The door you asked for',
    })
    expect(sent).toMatchObject({ id: '7f2f0c9a-0004-4c1c-9b9c-6aa7bb8cc9dd', status: 'sent', wamid: 'wamid.GHI' })
    expect(server.requests[0]?.body).toEqual(examples.mediaRequest.payload)
  })

  it.each(Object.keys(mediaLimits) as MediaType[])('refuses a file larger than WhatsApp takes: %s', async (type) => {
    const types = { image: 'image/jpeg', video: 'video/mp4', audio: 'audio/ogg; codecs=opus', document: 'text/csv' }
    const largest = new Blob([new Uint8Array(mediaLimits[type].bytes)], { type: types[type] })
    const tooLarge = new Blob([largest, 'x'], { type: types[type] })
    const server = await startVendor(() => ({ json: examples.sentAnswer.payload }))
    const whatomate = createWhatomate({ apiKey, baseUrl: server.url })
    await expect(whatomate.sendMedia({ contact_id, type, file: tooLarge })).rejects.toThrow(InvalidParametersError)
    expect(server.requests).toHaveLength(0)
  })

  it.each<[string, MediaParameters]>([
    ['an empty file', { contact_id, type: 'document', file: new Blob([], { type: 'text/csv' }) }],
    [
      'a picture of a kind WhatsApp does not take',
      { contact_id, type: 'image', file: new Blob(['x'], { type: 'image/svg+xml' }) },
    ],
    ['a film for a picture', { contact_id, type: 'image', file: new Blob(['x'], { type: 'video/mp4' }) }],
    ['a caption of 1,025 characters', { contact_id, type: 'image', file: picture, caption: 'a'.repeat(1_025) }],
    ['a link that is none', { contact_id, type: 'image', media_url: 'file:///etc/passwd' }],
  ])('refuses %s before it is sent', async (_, wrong) => {
    const server = await startVendor(() => ({ json: examples.sentAnswer.payload }))
    const sent = createWhatomate({ apiKey, baseUrl: server.url }).sendMedia(wrong)
    await expect(sent).rejects.toThrow(InvalidParametersError)
    expect(server.requests).toHaveLength(0)
  })
})
