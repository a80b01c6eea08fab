import { createServer } from 'node:http'
import { type Backend, createChatProxy, wazzupV2 } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { pace } from '../process/pace.ts'
import { serveParent } from '../process/serveParent.ts'
import { toUser, userOf } from '../users.ts'
import { listen } from './listen.ts'
import { createScriptedBackend } from './scriptedBackend.ts'

const scripted = createScriptedBackend()

/** The proxy as a CRM mounts it, with all its checks. */
const methods = {
  /** Without the vendor's address the vendor is inside this process. */
  start({ vendorUrl }: { vendorUrl?: string }): Promise<string> {
    const chat = createChatProxy({
      backend: vendorUrl === undefined ? scripted : toBackend(vendorUrl),
      identify: (request) => userOf(request.headers.get('cookie')),
      authorizeChats: ({ chats }) => chats.every(({ chatId }) => chatId.startsWith('7999')),
    })
    return listen(createServer(toNode(chat)))
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
