import { type LiveEvent, parseLiveFrame, type Whatomate } from '@crm-chat/vendors/whatomate'
import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { callSandbox } from '../../../test/callSandbox.ts'
import { collect } from '../../../test/collect.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callWhatomate, createWhatomateClient } from '../../../test/whatomateClient.ts'
import type { Sandbox } from '../../index.ts'

/** Watches with the real client; it says when it has been let in by telling of what comes then. */
function watch(client: Whatomate): { events: LiveEvent[]; outages: unknown[] } {
  const seen: { events: LiveEvent[]; outages: unknown[] } = { events: [], outages: [] }
  const stop = client.watchEvents({
    onEvent: (event) => seen.events.push(event),
    onOutage: (outage) => seen.outages.push(outage),
  })
  onTestFinished(stop)
  return seen
}

async function getToken(sandbox: Sandbox): Promise<string> {
  const { json } = await callWhatomate(sandbox, 'GET /api/auth/ws-token')
  return (json as { data: { token: string } }).data.token
}

/** A socket without a client: what came over it, and how it ended. */
function openRaw(sandbox: Sandbox, path = '/whatomate/ws') {
  const socket = new WebSocket(sandbox.url.replace('http', 'ws') + path)
  const raw = { socket, frames: [] as unknown[], ends: [] as unknown[], opened: false }
  socket.on('open', () => {
    raw.opened = true
  })
  socket.on('message', (data) => raw.frames.push(JSON.parse(data.toString())))
  socket.on('close', (code) => raw.ends.push(code))
  socket.on('error', (error) => raw.ends.push(error.message))
  onTestFinished(() => socket.terminate())
  return raw
}

/** A socket that has been let in: it is answered a ping. */
async function openAdmitted(sandbox: Sandbox) {
  const raw = openRaw(sandbox)
  await expect.poll(() => raw.opened).toBe(true)
  raw.socket.send(JSON.stringify({ type: 'auth', payload: { token: await getToken(sandbox) } }))
  await expect
    .poll(() => {
      raw.socket.send('{"type":"ping"}')
      return raw.frames
    })
    .toContainEqual({ type: 'pong', payload: null })
  raw.frames.length = 0
  const events = () => raw.frames.filter((frame) => JSON.stringify(frame).includes('pong') === false)
  return { ...raw, events }
}

describe('the live socket of Whatomate', () => {
  it('sends incoming and outgoing messages, and their statuses', async () => {
    const sandbox = await startSandbox()
    const { events } = await openAdmitted(sandbox)
    await sandbox.simulate.message({ ...bob, text: 'Not in WhatsApp' })
    await sandbox.simulate.message({ ...ann, text: 'Hello', name: 'Ann' })
    const hello = { direction: 'incoming', content: { body: 'Hello' }, profile_name: 'Ann', assigned_user_id: '' }
    await expect.poll(events).toMatchObject([{ type: 'new_message', payload: hello }])
    const client = createWhatomateClient(sandbox)
    const [contact] = await collect(client.listContacts())
    const contact_id = contact?.id ?? ''
    const { id: message_id } = await client.sendMessage({ contact_id, type: 'text', text: 'Hi' })
    sandbox.clock.advance(1_200)
    await expect
      .poll(events)
      .toMatchObject([
        {},
        { type: 'new_message', payload: { id: message_id, direction: 'outgoing' } },
        { type: 'status_update', payload: { message_id, contact_id, status: 'sent', wamid: expect.any(String) } },
        { type: 'status_update', payload: { message_id, status: 'delivered' } },
      ])
    const understood = events().flatMap((frame) => parseLiveFrame(JSON.stringify(frame)))
    expect(understood.map(({ type }) => type)).toEqual(['new_message', 'new_message', 'status_update', 'status_update'])
  })

  it('sends reactions, and a quoted message as plain text', async () => {
    const sandbox = await startSandbox()
    const { events } = await openAdmitted(sandbox)
    const { messageId } = await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const [contact] = await collect(createWhatomateClient(sandbox).listContacts())
    await callWhatomate(sandbox, `POST /api/contacts/${contact?.id}/messages/${messageId}/reaction`, { emoji: '👍' })
    await sandbox.simulate.message({ ...ann, text: 'Well?', refMessageId: messageId })
    await expect
      .poll(events)
      .toMatchObject([
        {},
        { type: 'reaction_update', payload: { message_id: messageId, reactions: [{ emoji: '👍' }] } },
        { payload: { is_reply: true, reply_to_message: { content: 'Hello' } } },
      ])
  })

  it('counts unanswered messages, through the client', async () => {
    const sandbox = await startSandbox()
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    const counts: number[] = []
    const client = createWhatomateClient(sandbox)
    onTestFinished(client.watchUnanswered({ userId: '7', onValue: ({ count }) => counts.push(count) }))
    await expect.poll(() => counts.at(-1), { timeout: 45_000 }).toBe(1)
  })

  it('rejects a wrong token and an expired one', async () => {
    const sandbox = await startSandbox()
    const token = await getToken(sandbox)
    sandbox.clock.advance(31_000)
    for (const wrong of ['not-a-token', token]) {
      const raw = openRaw(sandbox)
      await expect.poll(() => raw.opened).toBe(true)
      raw.socket.send(JSON.stringify({ type: 'auth', payload: { token: wrong } }))
      await expect.poll(() => raw.ends).toEqual([1008])
    }
  })

  it('closes on a frame that is longer than 512 bytes', async () => {
    const sandbox = await startSandbox()
    const raw = await openAdmitted(sandbox)
    raw.socket.send(JSON.stringify({ type: 'ping', payload: 'x'.repeat(600) }))
    await expect.poll(() => raw.ends).toHaveLength(1)
  })

  it('reads its token from the address, and has another path, with the quirks for it', async () => {
    const quirks = ['whatomate.queryToken', 'whatomate.apiSocketPath', 'whatomate.messageStatusEvent']
    const sandbox = await startSandbox({ quirks })
    const token = await getToken(sandbox)
    const refused = openRaw(sandbox, `/whatomate/ws?token=${token}`)
    await expect.poll(() => refused.ends).toContainEqual('Unexpected server response: 401')
    const raw = openRaw(sandbox, `/whatomate/api/ws?token=${token}`)
    await expect.poll(() => raw.opened).toBe(true)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => raw.frames).toMatchObject([{ type: 'new_message' }])
  })

  it('can be dropped by a fault rule', async () => {
    const sandbox = await startSandbox()
    const raw = await openAdmitted(sandbox)
    const rule = { operation: 'whatomate.watchEvents', fault: { kind: 'drop' }, times: 1 }
    const { status } = await callSandbox(sandbox, 'POST /_sandbox/faults', { body: rule })
    expect(status).toBeLessThan(300)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(() => raw.ends).toEqual([1006])
  })

  it('reports messages to the real client', async () => {
    const sandbox = await startSandbox()
    const seen = watch(createWhatomateClient(sandbox))
    await expect
      .poll(async () => {
        await sandbox.simulate.message({ ...ann, text: 'Hello' })
        return seen.events[0]
      })
      .toMatchObject({ type: 'new_message', message: { content: { body: 'Hello' } } })
  })
})
