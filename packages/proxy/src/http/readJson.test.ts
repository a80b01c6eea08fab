import { describe, expect, it } from 'vitest'
import type { ChatRequest } from './exchange.ts'
import { fromWebRequest } from './fromWebRequest.ts'
import { readJson } from './readJson.ts'

const url = 'https://crm.example.com/chat/window'
const kilobyte = new Uint8Array(1024).fill(0x20)

function toRequest(body: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}): ChatRequest {
  return fromWebRequest(new Request(url, { method: 'POST', body, headers, duplex: 'half' }))
}

describe('the limit', () => {
  it('takes a body of exactly that size', async () => {
    const body = JSON.stringify('x'.repeat(1022))
    expect(await readJson({ request: toRequest(body), maxBytes: 1024 })).toHaveLength(1022)
  })

  it('refuses one byte more, even where content-length says less', async () => {
    const request = toRequest(JSON.stringify('x'.repeat(1023)), { 'content-length': '10' })
    await expect(readJson({ request, maxBytes: 1024 })).rejects.toMatchObject({ code: 'too_large' })
  })

  it('stops reading a body that never ends', async () => {
    let given = 0
    let isCancelled = false
    const endless = new ReadableStream({
      pull: (controller) => {
        given += 1
        controller.enqueue(kilobyte)
      },
      cancel: () => {
        isCancelled = true
      },
    })
    await expect(readJson({ request: toRequest(endless), maxBytes: 4096 })).rejects.toMatchObject({ code: 'too_large' })
    expect(isCancelled).toBe(true)
    expect(given).toBeLessThan(10)
  })
})

describe('a body that is not JSON', () => {
  it.each([
    ['nothing', ''],
    ['a form', 'scope=global'],
    ['half an object', '{"scope":'],
    ['a number that JSON does not have', 'NaN'],
    ['bytes that are not UTF-8', new Uint8Array([0x22, 0xff, 0x22])],
    ['a compressed body', new Uint8Array([0x1f, 0x8b, 0x08])],
  ])('is refused: %s', async (_, body) => {
    await expect(readJson({ request: toRequest(body), maxBytes: 1024 })).rejects.toMatchObject({
      code: 'invalid_request',
    })
  })
})
