import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import WebSocket from 'ws'

const megabyte = 1024 * 1024

/** Starts a CRM in a process of its own. */
async function startCrm(): Promise<{ url: string; memory: () => Promise<number>; isAlive: () => boolean }> {
  const child = fork(fileURLToPath(new URL('../../test/floodedServer.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--conditions=crm-chat-source', '--import', 'tsx'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [port] = await once(child, 'message')
  return {
    url: `127.0.0.1:${port}`,
    isAlive: () => child.exitCode === null,
    memory: async () => {
      child.send('memory')
      const [rss] = await once(child, 'message')
      return Number(rss)
    },
  }
}

/** Connects a logged-in page that reads nothing, and sends frames for as long as it may. @returns the number sent */
async function flood({
  url,
  query,
  frame,
  count,
}: {
  url: string
  query: string
  frame: string
  count: number
}): Promise<number> {
  const socket = new WebSocket(`ws://${url}/socket.io/?transport=websocket&${query}`, {
    headers: { origin: `http://${url}` },
  })
  socket.on('error', () => {})
  await once(socket, 'open')
  socket.pause()
  let sent = 0
  for (; sent < count && socket.readyState === WebSocket.OPEN; sent += 1) {
    socket.send(frame)
    if (sent % 1_000 === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  socket.terminate()
  return sent
}

it.each([
  ['unknown namespaces', 'EIO=4', '40/x,'],
  ['its own namespace', 'EIO=4', '40'],
  ['greetings', 'EIO=4', '42["apiV2IframeConnecting",{}]'],
  ['heartbeats', 'EIO=3', '2'],
])('100,000 frames of a page, %s, cost less than 5 MiB', async (_, query, frame) => {
  const crm = await startCrm()
  const floodAll = async (): Promise<void> => {
    for (let sent = 0; sent < 100_000; ) sent += await flood({ url: crm.url, query, frame, count: 100_000 })
  }
  await floodAll() // Compiled code and caches.
  const before = await crm.memory()
  await floodAll()
  expect((await crm.memory()) - before).toBeLessThan(5 * megabyte)
  expect(crm.isAlive()).toBe(true)
})
