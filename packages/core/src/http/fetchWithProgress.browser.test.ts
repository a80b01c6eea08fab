import { expect, onTestFinished, test } from 'vitest'
import { openWorld } from '../../test/openWorld.ts'
import type { ChatError } from '../ChatError.ts'
import { createChat } from '../createChat.ts'

/** Uploads a file of three megabytes over a client with the browser's own fetch. */
async function upload(endpoint: string): Promise<{ result: unknown; parts: number[] }> {
  const chat = createChat({ endpoint, credentials: 'omit' })
  onTestFinished(chat.close)
  const parts: number[] = []
  const request = chat.request({
    operation: 'uploadFile',
    path: 'files',
    body: new Blob([new Uint8Array(3_000_000)]),
    headers: { 'x-file-name': 'plan.pdf' },
    parse: (data) => data,
    onUpload: (part) => parts.push(part),
  })
  const result = await request.catch(({ code, retryAfterMs }: ChatError) => ({ code, retryAfterMs }))
  return { result, parts }
}

test('reports the progress of an upload, and returns its response', async () => {
  const world = openWorld()
  await world.set({ answers: { uploadFile: { status: 201, body: '{"url":"https://files.example/1"}' } } })
  const { result, parts } = await upload(world.endpoint)
  expect(result).toEqual({ url: 'https://files.example/1' })
  expect(parts.at(-1)).toBe(1)
  expect(parts).toEqual(parts.toSorted((a, b) => a - b))
  const { requests } = await world.see()
  expect(requests.at(-1)).toMatchObject({
    operation: 'uploadFile',
    headers: { 'x-crm-chat': '1', 'x-file-name': 'plan.pdf' },
  })
})

test('fails as any other request does', async () => {
  const world = openWorld()
  const error = { code: 'busy', message: 'No.', requestId: 'r1', retryable: true, retryAfterMs: 2_000 }
  await world.set({ answers: { uploadFile: { status: 503, body: JSON.stringify({ error }) } } })
  expect((await upload(world.endpoint)).result).toEqual({ code: 'busy', retryAfterMs: 2_000 })
  expect((await upload('http://127.0.0.1:1/chat')).result).toMatchObject({ code: 'network' })
})
