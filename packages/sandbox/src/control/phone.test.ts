import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { ann, bob } from '../../test/fixtures/people.ts'
import { getLink } from '../../test/getLink.ts'
import { getMessages } from '../../test/getMessages.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const photo = { name: 'the pixel.png', type: 'image/png', data: pixel }

async function sendFile(file: object): Promise<Response> {
  const sandbox = await startSandbox()
  const sent = await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { body: { ...ann, file } })
  expect(sent.status).toBe(201)
  const [message] = await getMessages(sandbox, ann)
  return fetch(message?.content ?? '')
}

describe('the phone', () => {
  it('sends a picture, which staff can download by its link', async () => {
    const response = await sendFile(photo)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('image/png')
    expect(Buffer.from(await response.arrayBuffer()).toString('base64')).toBe(pixel)
  })

  it.each(['text/html', 'image/svg+xml'])('cannot turn a file of type %s into a page of the sandbox', async (type) => {
    const response = await sendFile({ name: 'page.html', type, data: btoa('<script>alert(1)</script>') })
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toContain('attachment')
    expect(response.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('sends a link to a file unchanged', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, content: 'https://example.com/a.pdf', text: 'The bill' })
    expect(await getMessages(sandbox, ann)).toMatchObject([{ content: 'https://example.com/a.pdf', text: 'The bill' }])
  })

  it.each([
    ['nothing', {}],
    ['a file and a link', { file: photo, content: 'https://example.com/a.pdf' }],
    ['a link that is none', { content: 'javascript:alert(1)' }],
    ['bytes that are no base64', { file: { ...photo, data: 'äöü' } }],
  ])('cannot send %s', async (_, message) => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, 'POST /_sandbox/simulate/message', { body: { ...ann, ...message } })
    expect(answer.status).toBe(400)
    expect(answer.json).toEqual(refusal('VALIDATION_ERROR'))
  })

  it('reads the company’s messages', async () => {
    const sandbox = await startSandbox()
    const message = { ...ann, channelId: channelIds.whatsapp, text: 'Hello' }
    await callSandbox(sandbox, 'POST /v2/send_message', { body: message })
    const answer = await callSandbox(sandbox, 'POST /_sandbox/simulate/read', { body: ann })
    expect(z.object({ messageIds: z.array(z.string()) }).parse(answer.json).messageIds).toHaveLength(1)
    expect(await getMessages(sandbox, ann)).toMatchObject([{ status: 'read' }])
  })

  it('lists every dialogue, latest first, with its unanswered count', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'One', name: 'Ann' })
    await sandbox.simulate.message({ ...bob, text: 'Two' })
    await sandbox.simulate.message({ ...ann, text: 'Three' })
    const { json } = await callSandbox(sandbox, 'GET /_sandbox/chats')
    expect(json).toMatchObject({
      chats: [
        { ...ann, name: 'Ann', unanswered: 2, lastText: 'Three' },
        { ...bob, unanswered: 1, lastText: 'Two' },
      ],
    })
  })

  it('opens a user’s window beside it', async () => {
    const sandbox = await startSandbox()
    const body = { user: { id: '7', name: 'Kate' } }
    const { json } = await callSandbox(sandbox, 'POST /_sandbox/windows', { body })
    const { url } = z.object({ url: z.url() }).parse(json)
    expect(url.startsWith(`${sandbox.url}/chat/?token=`)).toBe(true)
  })

  it('lists the users that the CRM requested links for, until a reset', async () => {
    const sandbox = await startSandbox()
    await callSandbox(sandbox, 'POST /_sandbox/windows', { body: { user: { id: 'sandbox-1', name: 'Kate' } } })
    for (const user of [
      { id: '7', name: 'Ann' },
      { id: '8', name: 'Ben' },
    ])
      await getLink(sandbox, { user })
    const users = [
      { id: '8', name: 'Ben' },
      { id: '7', name: 'Ann' },
    ]
    expect(await callSandbox(sandbox, 'GET /_sandbox/windows')).toMatchObject({ status: 200, json: { users } })
    await sandbox.reset()
    expect(await callSandbox(sandbox, 'GET /_sandbox/windows')).toMatchObject({ status: 200, json: { users: [] } })
  })
})

describe('the stream of the inspector', () => {
  it('reports changed chats once for simultaneous changes', async () => {
    const sandbox = await startSandbox()
    const response = await fetch(`${sandbox.url}/_sandbox/events`)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const told: string[] = []
    const readOn = async (): Promise<string> => {
      told.push((await reader?.read())?.value ?? '')
      return told.join('')
    }
    await readOn()
    await Promise.all([ann, bob].map((chat) => sandbox.simulate.message({ ...chat, text: 'Hello' })))
    await expect.poll(readOn).toContain('event: changed\ndata: chats')
    await reader?.cancel()
  })
})
