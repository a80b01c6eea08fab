import { once } from 'node:events'
import { connect } from 'node:net'

/** A response, read as far as the bench needs it. */
export interface Answer {
  status: number
  head: string
  body: string
}

/** A keep-alive connection for one request at a time. Costs little, so that the load is never the slow part. */
export interface Connection {
  send: (request: string) => Promise<Answer>
  close: () => void
}

/** Opens a {@link Connection}. */
export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let received = ''
  let waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | null = null
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    received += chunk
    const answer = parseAnswer(received)
    if (!answer) return
    received = ''
    waiting?.resolve(answer)
  })
  socket.on('error', () => socket.destroy())
  socket.on('close', () => waiting?.reject(new Error('The connection was closed.')))
  return {
    send: (request) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        if (socket.destroyed) reject(new Error('The connection was closed.'))
        else socket.write(request, 'latin1')
      }),
    close: () => socket.destroy(),
  }
}

/** Returns the response once all of it is there. */
function parseAnswer(text: string): Answer | null {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const head = text.slice(0, end)
  const rest = text.slice(end + 4)
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? { status, head, body: rest } : null
  if (!/\r\ntransfer-encoding: *chunked/i.test(head)) return { status, head, body: '' }
  return rest.endsWith('0\r\n\r\n') ? { status, head, body: joinChunks(rest) } : null
}

function joinChunks(text: string): string {
  let body = ''
  let at = 0
  for (;;) {
    const lineEnd = text.indexOf('\r\n', at)
    const size = Number.parseInt(text.slice(at, lineEnd), 16)
    if (!(size > 0)) return body
    body += text.slice(lineEnd + 2, lineEnd + 2 + size)
    at = lineEnd + 2 + size + 2
  }
}
