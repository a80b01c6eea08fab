import { io } from 'socket.io-client'
import { expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as z from 'zod'
import type { Sandbox } from '../../src/index.ts'
import { getLink, getToken } from '../getLink.ts'
import { getSockets } from '../getSockets.ts'
import { saveUser } from '../saveUser.ts'
import { callWhatomate } from '../whatomateClient.ts'

/** A socket of any vendor, as the tests use it. */
export interface SeenSocket {
  /** Received values in order; the text of frames that are not JSON. */
  told: unknown[]
  ends: unknown[]
  /** Sends a request that gets a response. */
  ask: () => void
  /** Number of responses to it. */
  answers: () => number
}

/** A vendor's socket. */
export interface SocketFace {
  operation: string
  /** Opens a socket and waits until it is authenticated. */
  open: (sandbox: Sandbox, userId?: string) => Promise<SeenSocket>
  /** True if the first value arrives right after authentication. */
  tellsAtOnce: boolean
}

/** All sockets of the sandbox. */
export const socketFaces: Record<string, SocketFace> = {
  'the counter of V2': {
    operation: 'wazzup-v2.watchUnanswered',
    tellsAtOnce: true,
    open: (sandbox, userId = '7') =>
      openCounter(sandbox, {
        path: '/socket.io/',
        hello: { event: 'apiV2IframeConnecting', value: { apiKey: sandbox.apiKey, userId } },
        event: 'apiV2Notify',
      }),
  },
  'the counter of v3': {
    operation: 'wazzup-v3.watchUnanswered',
    tellsAtOnce: true,
    open: (sandbox, userId = '7') =>
      openCounter(sandbox, {
        path: '/ws-counters/',
        hello: { event: 'counterConnecting', value: { type: 'api_v3', apiKey: sandbox.apiKey, userId } },
        event: 'counterUpdate',
      }),
  },
  'the chats page': { operation: 'chats.watchWindow', tellsAtOnce: true, open: openPageSocket },
  'the live socket of Whatomate': { operation: 'whatomate.watchEvents', tellsAtOnce: false, open: openLiveSocket },
}

interface Recipe {
  path: string
  hello: { event: string; value: Record<'apiKey' | 'userId', string> & { type?: string } }
  event: string
}

/** A second hello gets a response if it is for another user, whose value was not sent yet. */
async function openCounter(sandbox: Sandbox, { path, hello, event }: Recipe): Promise<SeenSocket> {
  await saveUser(sandbox, hello.value.userId)
  const socket = io(sandbox.url, { path, forceNew: true, reconnection: false })
  const seen = { told: [] as unknown[], ends: [] as unknown[] }
  let before = 0
  socket.on('connect', () => void socket.emit(hello.event, hello.value))
  socket.on(event, (value: unknown) => void seen.told.push(value))
  socket.on('disconnect', (reason) => void seen.ends.push(reason))
  onTestFinished(() => void socket.disconnect())
  await expect.poll(() => listUsers(sandbox)).toContain(hello.value.userId)
  return {
    ...seen,
    ask() {
      before = seen.told.length
      socket.emit(hello.event, { ...hello.value, userId: 'another' })
    },
    answers: () => seen.told.length - before,
  }
}

async function openPageSocket(sandbox: Sandbox, userId = '7'): Promise<SeenSocket> {
  const token = getToken(await getLink(sandbox, { user: { id: userId, name: 'Kate' } }))
  const socket = io(`${sandbox.url}/chats`, { auth: { token }, forceNew: true, reconnection: false })
  const seen = { told: [] as unknown[], ends: [] as unknown[] }
  let answers = 0
  socket.onAny((event: string, value: unknown) => void seen.told.push({ event, value }))
  socket.on('disconnect', (reason) => void seen.ends.push(reason))
  onTestFinished(() => void socket.disconnect())
  await expect.poll(() => listUsers(sandbox)).toContain(userId)
  return {
    ...seen,
    ask: () =>
      void socket.emit('messages', {}, () => {
        answers++
      }),
    answers: () => answers,
  }
}

async function openLiveSocket(sandbox: Sandbox): Promise<SeenSocket> {
  const { json } = await callWhatomate(sandbox, 'GET /api/auth/ws-token')
  const { data } = z.object({ data: z.object({ token: z.string() }) }).parse(json)
  const before = (await getSockets(sandbox)).length
  const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/whatomate/ws`)
  const seen = { told: [] as unknown[], ends: [] as unknown[] }
  let answers = 0
  socket.on('open', () => socket.send(JSON.stringify({ type: 'auth', payload: data })))
  socket.on('message', (raw) => {
    const text = raw.toString()
    if (text === '{"type":"pong","payload":null}') answers++
    else seen.told.push(text)
  })
  socket.on('close', (code) => void seen.ends.push(code))
  onTestFinished(() => socket.terminate())
  await expect.poll(() => getSockets(sandbox)).toHaveLength(before + 1)
  return { ...seen, ask: () => socket.send('{"type":"ping"}'), answers: () => answers }
}

async function listUsers(sandbox: Sandbox): Promise<string[]> {
  return (await getSockets(sandbox)).map(({ userId }) => userId)
}
