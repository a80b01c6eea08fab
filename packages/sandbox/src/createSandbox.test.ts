import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openWindow } from '../test/openWindow.ts'
import { startSandbox } from '../test/startSandbox.ts'
import { createSandbox } from './createSandbox.ts'
import { InvalidOptionError, PortTakenError } from './store/errors.ts'

describe('createSandbox', () => {
  it('listens on a free port for 0 and returns its address', async () => {
    const sandbox = await startSandbox()
    expect(sandbox.port).toBeGreaterThan(0)
    expect(sandbox.url).toBe(`http://127.0.0.1:${sandbox.port}`)
    expect(sandbox.apiKey).toBe('sandbox_wazzup')
    expect((await fetch(`${sandbox.url}/livez`)).status).toBe(200)
  })

  it('listens on another local host name', async () => {
    const sandbox = await startSandbox({ host: 'localhost' })
    expect(sandbox.url).toBe(`http://localhost:${sandbox.port}`)
    expect((await fetch(`${sandbox.url}/livez`)).status).toBe(200)
  })

  it.each([
    ['an address others can reach', { host: '0.0.0.0' }],
    ['another machine', { host: 'example.com' }],
    ['an address that only begins like a loopback one', { host: '127.0.0.1.example.com' }],
    ['a port that is none', { port: 70_000 }],
    ['a key that no header can carry', { apiKey: 'two words' }],
    ['links without a lifetime', { linkLifetimeMs: 0 }],
  ])('rejects %s', async (_, options) => {
    await expect(createSandbox({ port: 0, ...options })).rejects.toThrow(InvalidOptionError)
  })

  it('reports a taken port', async () => {
    const { port } = await startSandbox()
    await expect(createSandbox({ port })).rejects.toThrow(PortTakenError)
    await expect(createSandbox({ port })).rejects.toThrow(`Port ${port} is taken.`)
  })

  it('releases its port when it is closed, and can be closed twice', async () => {
    const { port, close } = await startSandbox()
    await Promise.all([close(), close()])
    await startSandbox({ port })
  })

  it('closes while a request is pending and windows are open', async () => {
    const sandbox = await startSandbox()
    const { socket } = await openWindow(sandbox)
    const half = connect(sandbox.port, '127.0.0.1')
    half.on('error', () => undefined) // It is cut off, which is what is wanted.
    await new Promise<void>((resolve) => half.write('POST /v2/iframe HTTP/1.1\r\nHost: localhost\r\n', () => resolve()))
    await sandbox.close()
    await expect.poll(() => [socket.connected, half.closed]).toEqual([false, true])
  })

  it('runs beside another one, each with data of its own', async () => {
    const [one, other] = [await startSandbox(), await startSandbox()]
    await one.simulate.message({ chatType: 'vk', chatId: '1', text: 'Hello' })
    const [inOne, inOther] = await Promise.all(
      [one, other].map(async ({ url }) => (await fetch(`${url}/_sandbox/messages?chatType=vk&chatId=1`)).json()),
    )
    expect(inOne).toMatchObject({ messages: [{ text: 'Hello' }] })
    expect(inOther).toEqual({ messages: [] })
  })
})
