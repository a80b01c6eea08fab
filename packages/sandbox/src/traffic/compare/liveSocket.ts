import { pickText } from './pick.ts'
import type { OpenSocket, ProbeSocket, SideState, SocketProbe } from './probe.ts'

const ping = JSON.stringify({ type: 'ping' })

/** Probes of the live socket: places of its path and of its token. Each opens it, and waits for a response to a ping. */
export const liveSockets: SocketProbe[] = [
  {
    title: 'Live socket, token in the first frame',
    converse: ({ side, open, quietMs }) => greet({ socket: open({ path: '/ws' }), token: findToken(side), quietMs }),
  },
  {
    title: 'Live socket below the API, token in the first frame',
    converse: ({ side, open, quietMs }) =>
      greet({ socket: open({ path: '/api/ws' }), token: findToken(side), quietMs }),
  },
  {
    title: 'Live socket, token in the query',
    converse: ({ side, open, quietMs }) =>
      greet({ socket: open({ path: `/ws?token=${encodeURIComponent(findToken(side))}` }), quietMs }),
  },
  {
    title: 'Live socket, key as its token',
    converse: ({ side, open, quietMs }) => greet({ socket: open({ path: '/ws' }), token: side.key, quietMs }),
  },
  {
    title: 'Two live sockets',
    async converse({ side, open, quietMs }) {
      const first = open({ path: '/ws' })
      try {
        const opened = await converse({ socket: first, token: findToken(side), quietMs })
        const second = await greet({ socket: open({ path: '/ws' }), token: findToken(side), quietMs })
        first.send(ping)
        const next = await first.next(quietMs)
        return { opened, second, first: 'end' in next ? { end: next.end } : { responds: true } }
      } finally {
        first.close()
      }
    },
  },
]

function findToken({ answer }: SideState): string {
  const body = answer('Token of the live socket')
  return pickText(body, 'data', 'token') ?? pickText(body, 'token') ?? ''
}

interface Greeting {
  socket: ProbeSocket
  /** Sent in the first frame; none if it is in the address. */
  token?: string
  quietMs: number
}

async function converse({ socket, token, quietMs }: Greeting): Promise<unknown> {
  if (token !== undefined) socket.send(JSON.stringify({ type: 'auth', payload: { token } }))
  socket.send(ping)
  const next = await socket.next(quietMs)
  return 'end' in next ? { end: next.end } : { frame: parseFrame(next.text) }
}

async function greet(greeting: Greeting): Promise<unknown> {
  try {
    return await converse(greeting)
  } finally {
    greeting.socket.close()
  }
}

/** Watches the live socket while a message is sent. @returns the events about it, by their type */
export async function watchLiveEvents({
  open,
  quietMs,
  token,
  act,
}: {
  open: OpenSocket
  quietMs: number
  token: string
  /** Sends a message. @returns its id */
  act: () => Promise<string | undefined>
}): Promise<Record<string, unknown>> {
  // A server accepts the token in the first frame or in the address; the other way ends the socket.
  for (const path of ['/ws', `/ws?token=${encodeURIComponent(token)}`, '/api/ws']) {
    const socket = open({ path })
    try {
      if (!path.includes('?')) socket.send(JSON.stringify({ type: 'auth', payload: { token } }))
      socket.send(ping)
      const admitted = await socket.next(quietMs)
      if ('end' in admitted) continue
      return await collectEvents({ socket, quietMs, messageId: await act() })
    } finally {
      socket.close()
    }
  }
  return { skipped: 'the live socket does not open' }
}

/** Collects the events about one message: that it is there, sent, and delivered or failed. */
async function collectEvents({
  socket,
  quietMs,
  messageId,
}: {
  socket: ProbeSocket
  quietMs: number
  messageId: string | undefined
}): Promise<Record<string, unknown[]>> {
  const events: Record<string, unknown[]> = {}
  for (let frames = 0; frames < 200 && Object.values(events).flat().length < 3; frames++) {
    const next = await socket.next(quietMs)
    if ('end' in next) break
    if (messageId === undefined || !next.text.includes(messageId)) continue
    const frame = parseFrame(next.text)
    const type = pickText(frame, 'type') ?? 'unknown'
    events[type] = [...(events[type] ?? []), frame]
  }
  return events
}

function parseFrame(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
