import { createServer } from 'node:http'
import { type Backend, type ChatProxy, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { redis } from '@crm-chat/proxy/redis'
import { nowUs } from '../process/nowUs.ts'
import { pace } from '../process/pace.ts'
import { serveParent } from '../process/serveParent.ts'
import { toUser, userOf } from '../users.ts'
import { listen } from './listen.ts'
import { createScriptedBackend } from './scriptedBackend.ts'

const scripted = createScriptedBackend()
let chat: ChatProxy | undefined

/** The proxy as a CRM mounts it, with all its checks. */
const methods = {
  /** Without the vendor's address the vendor is inside this process. With a Redis it meets others there. */
  start({ vendorUrl, redisUrl, port }: StartParameters): Promise<string> {
    chat = createChatProxy({
      backend: vendorUrl === undefined ? scripted : toBackend(vendorUrl),
      identify: (request) => userOf(request.headers.get('cookie')),
      authorizeChats: ({ chats }) => chats.every(({ chatId }) => chatId.startsWith('7999')),
      ...(redisUrl !== undefined && {
        shared: redis({ url: redisUrl, secret: 'the secret of the processes of the bench' }),
      }),
    })
    return listen(createServer(toNode(chat)), port)
  },
  /** Returns true while other processes can be reached, as far as there is a place to meet them. */
  isShared: (): boolean => chat?.health().shared?.status === 'connected',
  /** Ends all streams in order. The process may be ended then. */
  drain: async (parameters: { deadlineMs: number }): Promise<void> => {
    await chat?.drain(parameters)
    await chat?.close()
  },
  /** Sends one value to one user after the other, evenly. @returns the time of each, in microseconds */
  async emit({ users, count, perSecond }: { users: number; count: number; perSecond: number }): Promise<number[]> {
    const times: number[] = []
    await pace({
      count,
      perSecond,
      run: (index) => {
        times.push(nowUs())
        scripted.send(toUser(index % users), index)
      },
    })
    return times
  },
  /** Sends values to all users, evenly, and ends each user with `base` and the user's own number. @returns the highest RSS */
  async flood({ updates, perSecond, users, base }: FloodParameters): Promise<number> {
    let peak = 0
    const timer = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss())
    }, 250)
    await pace({ count: updates, perSecond, run: (index) => scripted.send(toUser(index % users), index) })
    for (let number = 0; number < users; number++) scripted.send(toUser(number), base + number)
    clearInterval(timer)
    return Math.max(peak, process.memoryUsage.rss())
  },
}

interface StartParameters {
  vendorUrl?: string
  redisUrl?: string
  port?: number
}

interface FloodParameters {
  updates: number
  perSecond: number
  users: number
  base: number
}

/** The vendor's client keeps to the vendor's limit of 100 requests a second, which would hide the proxy's own speed. */
function toBackend(baseUrl: string): Backend {
  const options = { apiKey: 'bench-key', baseUrl, limit: false as const }
  return wazzupV2(options)
}

export type Ours = typeof methods
serveParent(methods)
