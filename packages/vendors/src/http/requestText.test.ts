import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { loadNodeHttp, requestText } from './requestText.ts'

it('a response without an end is given up once it is too long', async () => {
  let isLeft = false
  const server = createServer((_, response) => {
    const write = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536))) {}
      response.once('drain', write)
    }
    response.once('close', () => {
      isLeft = true
    })
    write()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const agent = new (loadNodeHttp('http:').Agent)()
  onTestFinished(() => {
    agent.destroy()
    server.closeAllConnections()
    server.close()
  })
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`) // A TCP server's address is no string.
  const deadline = AbortSignal.timeout(20_000) // For a client that reads on.
  const text = requestText({ url, maxBytes: 100_000, agent, signal: deadline })
  await expect(text).rejects.toThrow(/100000/)
  await expect.poll(() => isLeft).toBe(true)
})
