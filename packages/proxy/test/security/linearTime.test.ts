import { chatSchema, windowRequestSchema } from '@crm-chat/protocol'
import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import { expect, it } from 'vitest'
import { createLinkRule } from '../../src/backends/links.ts'
import { createChatProxy } from '../../src/createChatProxy.ts'
import { describeError } from '../../src/describeError.ts'
import { isOwnPage, isOwnSocket } from '../../src/http/checkOrigin.ts'
import { checkRequest } from '../../src/http/checkRequest.ts'
import type { ChatRequest } from '../../src/http/exchange.ts'
import { matchPath } from '../../src/http/matchRoute.ts'
import { toTarget } from '../../src/http/toTarget.ts'
import { toWindowLink } from '../../src/links/toWindowLink.ts'
import { createProxyLogger } from '../../src/logger.ts'
import { parsePagePacket } from '../../src/node/counterPackets.ts'
import { createLog } from '../createLog.ts'
import { createScriptedBackend } from '../createScriptedBackend.ts'

const size = 100_000
const fill = (part: string): string => part.repeat(Math.ceil(size / part.length)).slice(0, size)

/** Texts that make a pattern with two ways to match try them all. */
const texts = [
  ...['a', '0', ' ', '/', '.', '%', ':', '-', '"', '\\', '[', '{', '\n', '\u0000', 'é', '@', ','].map(fill),
  ...['/.', '/..', '%2', '%25', '%2e', '\\/', '?,', '/a', 'a.', 'a-', ', ', 'a:1', '=a;', '"\\', '[{', '\u2028 '].map(
    fill,
  ),
  `http://${fill('a.')}`,
  `https://${fill('1')}:1`,
  `https://${fill('@')}`,
  `[${fill(':')}]`,
  `/chat/${fill('../')}session`,
  `/chat/session${fill('/')}x`,
  `application/json${fill(' ')}x`,
  `Bearer${fill(' ')}x`,
  `127${fill('.1')}`,
  `0/${fill('a?')}`,
  `2${fill('/a,')}["apiV2IframeConnecting"`,
  `2["apiV2IframeConnecting"${fill(',')}`,
  `CANARY${fill('CANARY-')}`,
  `E${fill('A_')}x`,
]

const key = 'CANARY-0123456789'
const redact = createSecretRedactor(() => [key])
const backend = { ...createScriptedBackend(), redact }

function toRequest(text: string): ChatRequest {
  const all: Record<string, string> = {
    origin: text,
    host: text,
    'content-type': text,
    authorization: text,
    'x-crm-chat': '1',
  }
  const nothing = (): never => {
    throw new Error('Not read here.')
  }
  const request = { method: 'POST', target: text, urlHost: text, header: (name: string) => all[name] }
  return { ...request, readBody: nothing, signal: nothing, toWebRequest: nothing }
}

/** Everything that reads a text of a browser, a vendor or a hook. */
const readers: Record<string, (text: string) => unknown> = {
  matchPath: (target) => matchPath({ target, basePath: '/chat' }),
  toTarget: (target) => toTarget({ target, host: target }),
  isOwnPage: (text) => isOwnPage({ request: toRequest(text), allowedOrigins: [text] }),
  'isOwnPage, by its host': (text) =>
    isOwnPage({
      request: { ...toRequest(text), header: (name) => (name === 'origin' ? 'https://a.example' : text) },
      allowedOrigins: [],
    }),
  isOwnSocket: (text) =>
    isOwnSocket({
      request: { ...toRequest(text), header: (name) => (name === 'authorization' ? text : undefined) },
      allowedOrigins: [],
    }),
  checkRequest: (text) => checkRequest({ request: toRequest(text), allowedOrigins: [text], hasJson: true }),
  parsePagePacket,
  toWindowLink: (url) => toWindowLink({ url, windows: backend.windows, backend }),
  'toWindowLink, of the longest': (text) =>
    toWindowLink({
      url: `https://wazzup24.com/?token=${encodeURIComponent(text.slice(0, 2_000))}`.slice(0, 8_000),
      windows: backend.windows,
      backend,
    }),
  createLinkRule: (text) =>
    createLinkRule({ domain: 'wazzup24.com', baseUrl: text })(new URL(`https://wazzup24.com/${text}`)),
  describeError: (text) => describeError(Object.assign(new Error(text), { code: text })),
  redact,
  log: (text) => createProxyLogger({ logger: createLog(), redact }).warn({ reason: text }, 'one'),
  windowRequestSchema: (text) =>
    windowRequestSchema.safeParse({ scope: text, chats: [{ chatType: text, chatId: text }], [text]: 1 }),
  chatSchema: (text) => chatSchema.safeParse({ chatType: 'whatsapp', chatId: text, name: text }),
  options: (text) =>
    createChatProxy({ backend, identify: () => null, basePath: text, allowedOrigins: [text] }).health(),
}

it.each(Object.entries(readers))('%s reads 100 KB of any text at once', (_, read) => {
  for (const text of texts) {
    const startedAt = performance.now()
    try {
      read(text)
    } catch (error) {
      expect(error).toBeInstanceOf(Error) // A refusal.
    }
    // A pattern that tries each place twice takes 10^10 steps: half a minute.
    expect(performance.now() - startedAt, text.slice(0, 20)).toBeLessThan(3_000)
  }
})
