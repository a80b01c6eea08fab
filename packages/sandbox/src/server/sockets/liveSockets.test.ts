import { describe, expect, it } from 'vitest'
import { socketFaces } from '../../../test/faults/socketFaces.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { getSockets } from '../../../test/getSockets.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createLiveSockets } from './liveSockets.ts'

describe.each(Object.entries(socketFaces))('the list of sockets, with %s', (_, { operation, open }) => {
  it('shows sent and received frames, without key and token', async () => {
    const sandbox = await startSandbox()
    const { ends } = await open(sandbox)
    await sandbox.simulate.message({ ...ann, text: 'Hello' })
    await expect.poll(async () => (await getSockets(sandbox))[0]?.told).toBeGreaterThan(0)
    const [socket] = await getSockets(sandbox)
    expect(socket).toMatchObject({ operation, userId: expect.stringMatching(/./) })
    expect(socket?.frames.filter(({ direction }) => direction === 'told')).toHaveLength(socket?.told ?? 0)
    expect(socket?.frames.filter(({ direction }) => direction === 'heard')).toHaveLength(socket?.heard ?? 0)
    const text = JSON.stringify(socket)
    for (const secret of [sandbox.apiKey, sandbox.whatomateKey, 'eyJ']) expect(text).not.toContain(secret)
    expect(ends).toEqual([])
  })
})

describe('a list of sockets', () => {
  it('keeps the last frames in order with their times, and only the length of a long one', () => {
    let now = 0
    const sockets = createLiveSockets({ now: () => ++now, keys: ['the-key'] })
    sockets.open({ id: '1', operation: 'whatomate.watchEvents', userId: '7', openedAt: 0 })
    sockets.recordReceived('1', { event: 'auth', value: { token: 'the-token', by: 'the-key' } })
    sockets.recordSent('1', { event: 'long', value: 'x'.repeat(5_000) })
    expect(sockets.list()[0]?.frames).toEqual([
      { at: 1, direction: 'heard', event: 'auth', value: { token: '…', by: '…' } },
      { at: 2, direction: 'told', event: 'long', value: '(5002 characters)' },
    ])
    for (let count = 0; count < 100; count++) sockets.recordSent('1', { event: 'count', value: count })
    expect(sockets.list()[0]).toMatchObject({ told: 101, heard: 1, frames: { length: 30, 29: { value: 99 } } })
  })
})
