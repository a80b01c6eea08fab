import { expect, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as z from 'zod'
import type { Sandbox } from '../../src/index.ts'
import { getSockets } from '../getSockets.ts'
import { callWhatomate } from '../whatomateClient.ts'

/** A raw live socket: its received events, and its end. */
export interface RawLiveSocket {
  socket: WebSocket
  told: { type: string; payload: unknown }[]
  ends: unknown[]
}

/** Gets a token for the live socket. */
export async function getSocketToken(sandbox: Sandbox): Promise<string> {
  const { json } = await callWhatomate(sandbox, 'GET /api/auth/ws-token')
  return z.object({ data: z.object({ token: z.string() }) }).parse(json).data.token
}

/** Opens a live socket, by default like newer clients, and waits until it is accepted or rejected. */
export async function openLiveSocket(
  sandbox: Sandbox,
  { path = '/whatomate/ws', auth }: { path?: string; auth?: string | null } = {},
): Promise<RawLiveSocket> {
  const token = auth === undefined ? await getSocketToken(sandbox) : auth
  const known = (await getSockets(sandbox)).map(({ id }) => id)
  const socket = new WebSocket(sandbox.url.replace('http', 'ws') + path)
  const raw: RawLiveSocket = { socket, told: [], ends: [] }
  if (token !== null) socket.on('open', () => socket.send(JSON.stringify({ type: 'auth', payload: { token } })))
  socket.on('message', (data) => raw.told.push(JSON.parse(data.toString())))
  socket.on('error', (error) => raw.ends.push(error.message))
  socket.on('close', (code) => raw.ends.push(code))
  onTestFinished(() => socket.terminate())
  const isDecided = async () => raw.ends.length > 0 || (await getSockets(sandbox)).some(({ id }) => !known.includes(id))
  await expect.poll(isDecided).toBe(true)
  return raw
}
