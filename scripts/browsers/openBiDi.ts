import { WebSocket } from 'ws'

/** A connection of WebDriver BiDi. https://www.w3.org/TR/webdriver-bidi/ */
export interface BiDi {
  /** Sends a command and resolves with its result. @throws {Error} the browser's own */
  // biome-ignore lint/suspicious/noExplicitAny: Each command has a result of its own, and Firefox's are those of the standard.
  send: (method: string, params: Record<string, unknown>) => Promise<any>
  close: () => void
}

/** Connects to a browser. */
export async function openBiDi(url: string): Promise<BiDi> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  socket.on('message', (data) => {
    const { id, result, error, message } = JSON.parse(String(data))
    if (error) waiting.get(id)?.reject(new Error(`${error}: ${message}`))
    else waiting.get(id)?.resolve(result)
    waiting.delete(id)
  })
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('The browser has ended.'))
  })
  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        socket.send(JSON.stringify({ id: last, method, params }), (error) => error && reject(error))
      }),
    close: () => socket.terminate(),
  }
}
