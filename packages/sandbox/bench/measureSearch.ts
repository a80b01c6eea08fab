import { io, type Socket } from 'socket.io-client'
import type { ServerEvents, WindowEvents } from '../src/chats/events.ts'
import { createSandbox, type Sandbox } from '../src/index.ts'
import { fill } from './fill.ts'
import { median } from './median.ts'
import type { Result } from './result.ts'

const runs = 15

/** Measures how long a person on the chats page waits for a search through a hundred thousand messages. */
export async function measureSearch(): Promise<Result> {
  const sandbox = await createSandbox({ port: 0 })
  await sandbox.restore(fill({ base: await sandbox.snapshot(), messages: 100_000 }))
  const socket = await connect(sandbox)
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const startedAt = performance.now()
    await socket.emitWithAck('search', { query: 'in none of them' })
    times.push(performance.now() - startedAt)
  }
  socket.disconnect()
  await sandbox.close()
  return { name: 'search of 100,000 messages', value: median(times), unit: 'ms', limit: 100, atMost: true }
}

async function connect({ url, apiKey }: Sandbox): Promise<Socket<ServerEvents, WindowEvents>> {
  const response = await fetch(`${url}/v2/iframe`, {
    method: 'POST',
    headers: { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: '7', name: 'Kate' }, scope: 'global' }),
  })
  const link: { url: string } = JSON.parse(await response.text())
  const token = new URL(link.url).searchParams.get('token')
  const socket: Socket<ServerEvents, WindowEvents> = io(`${url}/chats`, { auth: { token } })
  await new Promise((resolve) => socket.once('opened', resolve))
  return socket
}
