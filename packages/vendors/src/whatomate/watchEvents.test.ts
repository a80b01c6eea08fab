import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestClock } from '../../test/createTestClock.ts'
import { type LiveServer, type LiveServerOptions, startLiveServer } from '../../test/startLiveServer.ts'
import { startVendor } from '../../test/startVendor.ts'
import { until } from '../../test/until.ts'
import { waitOut } from '../../test/waitOut.ts'
import type { CounterOutage } from '../unanswered/unansweredValue.ts'
import type { WhatomateOptions } from './client.ts'
import { createWhatomate } from './createWhatomate.ts'
import { liveMessage } from './fixtures/server.ts'
import type { LiveEvent } from './liveEvents.ts'

const apiKey = `whm_${'0'.repeat(32)}`

async function watch(serverOptions: LiveServerOptions = {}, options: Partial<WhatomateOptions> = {}) {
  const server = await startLiveServer(serverOptions)
  return { server, ...watchAt(server.url, options) }
}

function watchAt(baseUrl: string, options: Partial<WhatomateOptions> = {}) {
  const clock = createTestClock()
  const events: LiveEvent[] = []
  const outages: CounterOutage[] = []
  const onConnected = vi.fn()
  const stop = createWhatomate({ apiKey, baseUrl, clock, random: () => 0.5, retries: 0, ...options }).watchEvents({
    onEvent: (event) => events.push(event),
    onOutage: (outage) => outages.push(outage),
    onConnected,
  })
  onTestFinished(stop)
  return { clock, events, outages, onConnected, stop }
}

const isIn = (server: LiveServer) => until(() => expect(server.sockets.size).toBe(1))

describe('the live socket', () => {
  it('shows a token it fetched, and tells what happens', async () => {
    const { server, events, onConnected } = await watch()
    await isIn(server)
    await until(() => expect(onConnected).toHaveBeenCalledOnce())
    expect(server.addresses).toEqual(['/ws'])
    expect(server.frames).toEqual(['{"type":"auth","payload":{"token":"token-1"}}', '{"type":"ping"}'])
    const payload = { ...liveMessage, assigned_user_id: '', profile_name: 'Ann' }
    server.send('new_message', payload)
    server.send('status_update', { message_id: 'm-1', status: 'delivered' })
    server.send('message_status', { message_id: 'm-2', contact_id: 'c-1', status: 'failed', error_message: 'Too late' })
    server.send('reaction_update', {
      message_id: 'm-1',
      contact_id: 'c-1',
      reactions: [{ emoji: '👍', from_phone: '1' }],
    })
    server.send('campaign_stats_update', { sent: 7 })
    await until(() => expect(events).toHaveLength(5))
    expect(events).toMatchObject([
      {
        type: 'new_message',
        message: { id: liveMessage.id, direction: 'incoming', content: { body: 'Good morning!' } },
        assigned_user_id: undefined,
        profile_name: 'Ann',
        raw: payload,
      },
      { type: 'status_update', message_id: 'm-1', status: 'delivered' },
      { type: 'status_update', message_id: 'm-2', contact_id: 'c-1', status: 'failed', error_message: 'Too late' },
      { type: 'reaction_update', message_id: 'm-1', reactions: [{ emoji: '👍', from_phone: '1' }] },
      { type: 'other', name: 'campaign_stats_update', raw: { sent: 7 } },
    ])
  })

  it('reads several events in one frame, and leaves out what is none', async () => {
    const { server, events } = await watch()
    await isIn(server)
    const status = '{"type":"status_update","payload":{"message_id":"m-1","status":"sent"}}'
    for (const client of server.sockets) client.send(`${status}\n${status}\n<html>\n[]`)
    await until(() => expect(events).toHaveLength(2))
  })

  it('falls back to the older way of showing the token, and stays with it', async () => {
    const { server, clock, outages, onConnected } = await watch({ generation: 'query' })
    await until(() => expect(outages).toEqual(['unreachable']))
    await waitOut(clock)
    await isIn(server)
    await until(() => expect(onConnected).toHaveBeenCalledOnce())
    for (const client of server.sockets) client.terminate()
    await until(() => expect(outages).toEqual(['unreachable', 'dropped']))
    await waitOut(clock)
    await isIn(server)
    const asked = [...new Set(server.addresses)] // The WebSocket of Node 24 sends a handshake answered 401 again.
    expect(asked).toEqual(['/ws', '/ws?token=token-2', '/ws?token=token-3'])
  })

  it('connects again with a new token after the connection was lost', async () => {
    const { server, clock, outages, onConnected } = await watch()
    await until(() => expect(onConnected).toHaveBeenCalledOnce())
    for (const client of server.sockets) client.terminate()
    await until(() => expect(outages).toEqual(['dropped']))
    await waitOut(clock)
    await until(() => expect(onConnected).toHaveBeenCalledTimes(2))
    expect(server.frames).toContain('{"type":"auth","payload":{"token":"token-2"}}')
  })

  it('calls a refused token a refusal, and comes back about a minute later', async () => {
    const { clock, outages, onConnected } = await watch({ admits: false })
    await until(() => expect(outages).toEqual(['refused']))
    await until(() => expect(clock.sleepers()).toEqual([60_000]))
    expect(onConnected).not.toHaveBeenCalled()
  })

  it('calls a refused key a refusal, without opening a socket', async () => {
    const { url, requests } = await startVendor(() => ({ status: 401, json: { message: 'Invalid API key' } }))
    const { outages } = watchAt(url)
    await until(() => expect(outages).toEqual(['refused']))
    expect(requests.map((request) => request.url)).toEqual(['/api/auth/ws-token'])
  })

  it('sees that a connection is dead when pings stay without answer', async () => {
    const { server, clock, outages, onConnected } = await watch()
    await until(() => expect(onConnected).toHaveBeenCalledOnce())
    for (const client of server.sockets) client.pause()
    await clock.advance(25_000)
    await clock.advance(25_000)
    await clock.advance(25_000)
    expect(outages).toEqual(['dropped'])
  })

  it('stays with a server that answers no pings', async () => {
    const { server, clock, outages, onConnected } = await watch({ pongs: false })
    await isIn(server)
    await clock.advance(7_000)
    await until(() => expect(onConnected).toHaveBeenCalledOnce())
    await clock.advance(300_000)
    expect(outages).toEqual([])
  })

  it('names an origin where the server wants one', async () => {
    const { server } = await watch(
      { allowedOrigins: ['https://crm.example.com'] },
      { origin: 'https://crm.example.com' },
    )
    await isIn(server)
  })

  it('takes a WebSocket by option', async () => {
    const { WebSocket } = await import('ws')
    const opened: string[] = []
    const { server } = await watch(
      {},
      {
        webSocket({ url }) {
          opened.push(url)
          return new WebSocket(url)
        },
      },
    )
    await isIn(server)
    expect(opened).toEqual([`${server.url.replace('http', 'ws')}/ws`])
  })

  it('ends when it is told to', async () => {
    const { server, clock, events, outages, stop } = await watch()
    await isIn(server)
    stop()
    await until(() => expect(server.sockets.size).toBe(0))
    await until(() => expect(clock.sleepers()).toEqual([]))
    expect([events, outages]).toEqual([[], []])
  })
})
