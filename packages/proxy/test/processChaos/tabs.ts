import { io, type Socket } from 'socket.io-client'
import { onTestFinished } from 'vitest'
import { followStream } from './followStream.ts'

/** A page that shows the counter of Ann, and goes on with another process when its own has gone. */
export interface Tab {
  kind: 'stream' | 'socket'
  /** The number that it shows as current; undefined without a connection. */
  count: () => number | undefined
  /** Address of its process. */
  url: () => string | undefined
  /** Ids of the messages that it was shown. */
  messages: string[]
}

const cookie = 'session=ann'

/** Opens a {@link Tab} with a live stream, at first to the process of this index. */
export function openStreamTab({ urls, first }: { urls: string[]; first: number }): Tab {
  let count: number | undefined
  let own: string | undefined
  const messages: string[] = []
  const { close } = followStream({
    urls,
    first,
    cookie,
    onOpen: (url) => {
      own = url
    },
    onEvent: ({ name, data }) => {
      if (name === 'message') messages.push(String(data.id))
      if (name === 'unanswered') count = data.status === 'live' ? Number(data.count) : undefined
    },
    onEnd: () => {
      count = undefined
      own = undefined
    },
  })
  onTestFinished(close)
  return { kind: 'stream', count: () => count, url: () => own, messages }
}

/** Opens a {@link Tab} with a script after the vendor's documents, which connects anew when it is disconnected. */
export function openSocketTab({ urls, first }: { urls: string[]; first: number }): Tab {
  let count: number | undefined
  let own: string | undefined
  let socket: Socket | undefined
  let timer: NodeJS.Timeout | undefined
  function connect(index: number): void {
    const url = urls[index % urls.length] ?? ''
    const extraHeaders = { origin: url, cookie }
    const opened = io(url, { forceNew: true, reconnection: false, transports: ['websocket'], extraHeaders })
    socket = opened
    const goOn = (): void => {
      count = undefined
      own = undefined
      opened.disconnect()
      clearTimeout(timer)
      timer = setTimeout(() => connect(index + 1), Math.random() * 500)
    }
    opened.on('connect', () => {
      own = url
      opened.emit('apiV2IframeConnecting', { userId: '1' })
    })
    opened.on('apiV2Notify', ({ counter }: { counter: number }) => {
      count = counter
    })
    opened.once('connect_error', goOn)
    opened.once('disconnect', (reason) => {
      if (reason !== 'io client disconnect') goOn()
    })
  }
  connect(first)
  onTestFinished(() => {
    clearTimeout(timer)
    socket?.disconnect()
  })
  return { kind: 'socket', count: () => count, url: () => own, messages: [] }
}
