import type { OpenSocket, ProbeSocket } from './probe.ts'

/** Parameters of {@link watchCounter}. */
export interface CounterParameters {
  open: OpenSocket
  /** Path of Socket.IO. */
  path: string
  baseUrl: string
  event: string
  data: unknown
  quietMs: number
}

/**
 * Greets a counter over Socket.IO, in its present protocol or else the one of Socket.IO 2, and waits for the first value.
 * @returns the event and its data, or the end of the conversation
 */
export async function watchCounter(parameters: CounterParameters): Promise<unknown> {
  const present = await greet(parameters, 4)
  return present.answered ? present : greet(parameters, 3)
}

async function greet(
  { open, path, baseUrl, event, data, quietMs }: CounterParameters,
  protocol: 3 | 4,
): Promise<{ answered: boolean; protocol: number; end?: unknown; events: Record<string, unknown[]> }> {
  const socket = open({ path: `${path}?EIO=${protocol}&transport=websocket`, baseUrl })
  try {
    const events: Record<string, unknown[]> = {}
    const opened = await readUntil({ socket, quietMs, isLast: (text) => text.startsWith('0') })
    if (opened !== undefined) return { answered: false, protocol, end: opened, events }
    if (protocol === 4) socket.send('40')
    const admitted = await readUntil({ socket, quietMs, isLast: (text) => /^4[04]/.test(text) })
    if (admitted !== undefined) return { answered: false, protocol, end: admitted, events }
    socket.send(`42${JSON.stringify([event, data])}`)
    const end = await readUntil({
      socket,
      quietMs,
      isLast(text) {
        const [name, value] = parseEvent(text)
        if (name === undefined) return false
        events[name] = [...(events[name] ?? []), value]
        return true
      },
    })
    return { answered: true, protocol, ...(end === undefined ? {} : { end }), events }
  } finally {
    socket.close()
  }
}

/** Reads packets until one of them is the last, and responds to pings. @returns the end, if it came first */
async function readUntil({
  socket,
  quietMs,
  isLast,
}: {
  socket: ProbeSocket
  quietMs: number
  isLast: (text: string) => boolean
}): Promise<unknown> {
  for (let packets = 0; packets < 100; packets++) {
    const next = await socket.next(quietMs)
    if ('end' in next) return next.end
    if (next.text === '2') socket.send('3')
    else if (isLast(next.text)) return undefined
  }
  return 'silent'
}

function parseEvent(text: string): [name?: string, value?: unknown] {
  const packet = /^42(\[.*)$/s.exec(text)
  if (!packet) return []
  try {
    const [name, value]: unknown[] = JSON.parse(packet[1] ?? '')
    return typeof name === 'string' ? [name, value] : []
  } catch {
    return []
  }
}
