import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Sandbox } from '../../src/index.ts'
import { callSandbox } from '../callSandbox.ts'
import { startSandbox } from '../startSandbox.ts'

/** An API: its message route, its authentication, and the expected body of its errors. */
interface Dialect {
  path: string
  key: (sandbox: Sandbox) => Record<string, string>
  refusal: (status: number) => z.ZodType
}

const text = z.string().min(1)
const dialects: Record<string, Dialect> = {
  'API V2': {
    path: '/v2/send_message',
    key: ({ apiKey }) => ({ authorization: `Basic ${apiKey}` }),
    refusal: () => z.strictObject({ error: z.strictObject({ code: text, description: text }) }),
  },
  'API v3': {
    path: '/v3/message',
    key: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
    refusal: (status) =>
      z.strictObject({
        status: z.literal(status),
        requestId: z.string().regex(/^[0-9a-f]{32}$/),
        error: text,
        description: text,
        data: z.unknown().optional(),
      }),
  },
  'the tech API': {
    path: '/tech/v2/messages',
    key: ({ apiKey }) => ({ authorization: `Bearer ${apiKey}` }),
    refusal: (status) =>
      z.strictObject({
        statusCode: z.literal(status),
        error: z.string().regex(/^[A-Z][a-z]+( [A-Z][a-z]+)*$/),
        message: text,
      }),
  },
  Whatomate: {
    path: '/whatomate/api/messages/template',
    key: ({ whatomateKey }) => ({ 'x-api-key': whatomateKey }),
    refusal: () => z.strictObject({ status: z.literal('error'), message: text, data: z.null() }),
  },
}

describe.each(Object.entries(dialects))('%s rejects in its own format', (name, { path, key, refusal }) => {
  const big = JSON.stringify({ text: 'x'.repeat(1_000_001) })
  it.each([
    ['a request without a key', 401, '', '{}', true],
    ['invalid JSON', 400, '', '{', false],
    ['a list', 400, '', '[]', false],
    ['nothing', 400, '', 'null', false],
    ['a text', 400, '', '"Hello"', false],
    ['an unknown object', 400, '', '{"toString": {"valueOf": 1}}', false],
    ['an unknown route', 501, '/nothing', '{}', false],
    ...(name === 'Whatomate' ? [] : [['a body of more than 1 MB', 413, '', big, false] as const]),
  ] as const)('%s', async (_, status, end, rawBody, isAnonymous) => {
    const sandbox = await startSandbox()
    const headers = isAnonymous ? { authorization: '' } : key(sandbox)
    const answer = await callSandbox(sandbox, `POST ${path}${end}`, { rawBody, headers })
    expect(answer.status).toBe(status)
    expect(refusal(status).safeParse(answer.json)).toMatchObject({ success: true })
  })
})

// Whatomate has a limit only with a quirk.
const limited = Object.entries(dialects).filter(([name]) => name !== 'Whatomate')

it.each(limited)('%s rejects the request above its limit in its own format', async (_, { path, key, refusal }) => {
  const sandbox = await startSandbox({ limit: { requests: 1, perMs: 5_000 }, clock: () => 1_800_000_000_000 })
  const ask = () => callSandbox(sandbox, `POST ${path}`, { rawBody: '{', headers: key(sandbox) })
  expect((await ask()).status).toBe(400)
  const { status, json } = await ask()
  expect(status).toBe(429)
  expect(refusal(429).safeParse(json)).toMatchObject({ success: true })
})
