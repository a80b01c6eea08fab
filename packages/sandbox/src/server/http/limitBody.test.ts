import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../../test/startSandbox.ts'
import type { Sandbox } from '../../index.ts'

/** Sends a body in pieces, without saying how long it is. @returns the status. */
function sendInPieces(sandbox: Sandbox, pieces: string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Basic ${sandbox.apiKey}`, 'content-type': 'application/json' }
    const options = { host: '127.0.0.1', port: sandbox.port, path: '/v2/contacts', method: 'PATCH', headers }
    const sending = request({ ...options, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    }).on('error', reject)
    for (const piece of pieces) sending.write(piece)
    sending.end()
  })
}

const contact = { id: 1, name: 'Ann', chats: [{ chatType: 'whatsapp', chatId: '79998887766' }] }

describe('a body', () => {
  it('may be sent in chunks', async () => {
    const json = JSON.stringify([contact])
    expect(await sendInPieces(await startSandbox(), [json.slice(0, 20), json.slice(20)])).toBe(200)
  })

  it('is rejected above 1 MB, with or without a length', async () => {
    const sandbox = await startSandbox()
    expect(await sendInPieces(sandbox, Array(12).fill('x'.repeat(100_000)))).toBe(413)
    const body = 'x'.repeat(1_000_001)
    expect(await fetch(`${sandbox.url}/v2/contacts`, { method: 'PATCH', body })).toMatchObject({ status: 413 })
  })

  it('may be missing', async () => {
    const sandbox = await startSandbox()
    expect(await fetch(`${sandbox.url}/tech/v2/channels/none`, { method: 'DELETE' })).toMatchObject({ status: 401 })
  })
})
