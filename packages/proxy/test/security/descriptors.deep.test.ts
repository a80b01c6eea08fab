import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { eventually } from '../eventually.ts'
import { countOf, type EventReader, readEvents } from '../readEvents.ts'

/** Files and connections that the process may have open; it needs about 30 of its own. */
const limit = 128

/** Starts a CRM whose process may open few files. */
async function startCrm(): Promise<{ url: string; play: (count: number) => Promise<number>; isAlive: () => boolean }> {
  const script = fileURLToPath(new URL('../crmProcess.ts', import.meta.url))
  const command = `ulimit -n ${limit}; exec "$0" --conditions=crm-chat-source --import=tsx "$1"`
  const child = spawn('sh', ['-c', command, process.execPath, script], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child, 'message')
  return {
    url: `http://127.0.0.1:${port}`,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    play: async (count) => {
      child.send(count)
      const [streams] = await once(child, 'message')
      return Number(streams)
    },
  }
}

async function openStream(url: string): Promise<EventReader> {
  const events = readEvents(await fetch(`${url}/chat/events`, { headers: { cookie: 'session=ann' } }))
  for (let block = 0; block < 3; block += 1) await events.next()
  return events
}

/** Opens connections that send nothing, until the process takes no more. */
async function exhaust(url: string): Promise<Socket[]> {
  const sockets: Socket[] = []
  let closed = 0
  for (let count = 0; count < 2 * limit; count += 1) {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => {})
    socket.on('close', () => {
      closed += 1
    })
    sockets.push(socket)
  }
  onTestFinished(() => sockets.forEach((socket) => void socket.destroy()))
  await eventually(() => expect(closed).toBeGreaterThan(limit / 2))
  return sockets
}

it.skipIf(process.platform === 'win32')(
  'a process without file descriptors refuses new connections, keeps the others, and recovers',
  async () => {
    const { url, play, isAlive } = await startCrm()
    const streams = [await openStream(url), await openStream(url), await openStream(url)]
    const sockets = await exhaust(url)
    await expect(fetch(`${url}/chat/session`)).rejects.toThrow()
    expect(await play(7)).toBe(3)
    for (const stream of streams) expect(countOf(await stream.next())).toBe(7)
    for (const socket of sockets) socket.destroy()
    await eventually(async () => {
      const response = await fetch(`${url}/chat/session`, { headers: { cookie: 'session=ann' } })
      expect(response.status).toBe(200)
    })
    expect(await play(8)).toBe(3)
    for (const stream of streams) expect(countOf(await stream.next())).toBe(8)
    expect(isAlive()).toBe(true)
  },
)
