import { requestHeader } from '@crm-chat/protocol'
import { OperationError } from '../../src/errors.ts'
import { redis } from '../../src/redis/redis.ts'
import { createHookedBackend, type HookedBackend } from '../createHookedBackend.ts'
import { eventually } from '../eventually.ts'
import { startReceiver, type TestReceiver } from '../startReceiver.ts'

/** Secret of the proxies in tests. */
export const sharedSecret = 'a secret of 32 characters or more'

/** A process of the CRM, as far as it has a proxy, a server and connections of its own. */
export interface TestProxy extends TestReceiver {
  backend: SendingBackend
  /** Sends a message as a page does. */
  post: (parameters: { crmMessageId?: string; text?: string; cookie?: string }) => Promise<Posted>
}

/** The response to a message. */
export interface Posted {
  status: number
  body: { messageId?: string; error?: { code: string; retryable: boolean } }
}

type Settings = NonNullable<Parameters<typeof startReceiver>[0]>

/**
 * Starts as many proxies, which meet in one Redis, with a prefix of their own and short leases. Each has reached it then, unless
 * `isDown` says that there is none.
 */
export async function startProxies({
  url,
  count,
  options = () => ({}),
  isDown = false,
  timeoutMs = 5_000,
}: {
  /** The same for all, or of each. */
  url: string | ((index: number) => string)
  count: number
  options?: (index: number) => Settings
  isDown?: boolean
  /** Time for a command. @default long enough for a busy machine */
  timeoutMs?: number
}): Promise<TestProxy[]> {
  const prefix = nextPrefix()
  return Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const backend = createSendingBackend()
      const own = typeof url === 'string' ? url : url(index)
      const receiver = await startReceiver({
        backend,
        authorizeChats: () => true,
        shared: redis({ url: own, secret: sharedSecret, prefix, leaseMs: 1_000, timeoutMs }),
        ...options(index),
      })
      const connect = async (): Promise<void> => {
        const { status } = await receiver.send({ messages: [] })
        if (status !== 200 && !isDown) throw new Error('Redis was not reached.')
      }
      await eventually(connect)
      return { ...receiver, backend, post: (parameters) => post({ url: receiver.url, ...parameters }) }
    }),
  )
}

let prefixes = 0

/** Returns a prefix that no other test has. */
export function nextPrefix(): string {
  prefixes += 1
  return `test-${prefixes}`
}

/** The prefix of the proxies that were started last. */
export const lastPrefix = (): string => `test-${prefixes}`

/** A vendor that notes the texts that it was sent, and can be told to hang or to fail. */
interface SendingBackend extends HookedBackend {
  sent: string[]
  hang: () => void
  fail: (code: OperationError['code'] | undefined) => void
  /** Ends all that hang. */
  goOn: () => void
}

function createSendingBackend(): SendingBackend {
  const sent: string[] = []
  const waiting: (() => void)[] = []
  let hangs = false
  let failure: OperationError | undefined
  return {
    ...createHookedBackend(),
    sent,
    hang: () => {
      hangs = true
    },
    fail: (code: OperationError['code'] | undefined) => {
      failure = code && new OperationError({ code, message: 'No.' })
    },
    goOn: () => {
      hangs = false
      for (const resolve of waiting.splice(0)) resolve()
    },
    messages: {
      send: async ({ request }) => {
        const text = 'text' in request ? String(request.text) : ''
        sent.push(text)
        if (hangs) await new Promise<void>((resolve) => waiting.push(resolve))
        if (failure) throw failure
        return { messageId: `vendor-${sent.length}-${text}` }
      },
    },
  }
}

async function post({
  url,
  crmMessageId,
  text = 'Hello',
  cookie = 'session=ann',
}: {
  url: string
  crmMessageId?: string
  text?: string
  cookie?: string
}): Promise<Posted> {
  const response = await fetch(`${url}/chat/messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: url,
      cookie,
      [requestHeader.name]: requestHeader.value,
    },
    body: JSON.stringify({ channelId: 'c-1', to: { chatType: 'whatsapp', chatId: '79990000001' }, text, crmMessageId }),
  })
  return { status: response.status, body: (await response.json()) as Posted['body'] }
}
