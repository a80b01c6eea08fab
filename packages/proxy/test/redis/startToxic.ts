import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A network between a process and its Redis, which a test can break. */
export interface Toxic {
  url: string
  /** Ends all connections, and takes none. */
  cut: () => void
  /** Keeps connections and passes nothing on, as a network that loses packets. */
  stall: () => void
  /** Passes on whatever Redis says so much later. */
  delay: (ms: number) => void
  heal: () => void
  /** Bytes that were sent to Redis so far. */
  sent: () => number
}

/** Starts a {@link Toxic} in front of a Redis; it ends with its test. */
export async function startToxic(url: string): Promise<Toxic> {
  const port = Number(new URL(url).port)
  const pairs = new Set<[Socket, Socket]>()
  let state: 'whole' | 'cut' | 'stalled' = 'whole'
  let delayMs = 0
  let sent = 0

  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy()
    const far = dial(port, '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    pairs.add(pair)
    near.on('data', (bytes: Buffer) => {
      sent += bytes.length
      far.write(bytes)
    })
    far.on('data', (bytes: Buffer) => {
      if (delayMs > 0) setTimeout(() => near.write(bytes), delayMs)
      else near.write(bytes)
    })
    for (const socket of pair) {
      socket.on('error', () => {}) // Either end may go at any time.
      socket.on('close', () => {
        near.destroy()
        far.destroy()
        pairs.delete(pair)
      })
      if (state === 'stalled') socket.pause()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (): void => {
    state = 'cut'
    for (const [near] of pairs) near.destroy()
  }
  onTestFinished(() => {
    cut()
    server.close()
  })
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server's address is no string.
    cut,
    stall: () => {
      state = 'stalled'
      for (const pair of pairs) for (const socket of pair) socket.pause()
    },
    delay: (ms) => {
      delayMs = ms
    },
    heal: () => {
      state = 'whole'
      delayMs = 0
      for (const pair of pairs) for (const socket of pair) socket.resume()
    },
    sent: () => sent,
  }
}
