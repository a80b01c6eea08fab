import { connect } from 'node:net'

/**
 * Sends bytes to a server as they are, and reads until the given number of responses has begun, or until the server ends the
 * connection.
 * @returns the status of each response
 */
export function sendRaw({
  url,
  pieces,
  responses = 1,
}: {
  url: string
  /** Each is sent once the one before has left. */
  pieces: string[]
  responses?: number
}): Promise<number[]> {
  return new Promise((resolve, reject) => {
    let received = ''
    const list = (): number[] => [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
    const connection = connect(Number(new URL(url).port), '127.0.0.1')
      .setNoDelay(true)
      .setEncoding('latin1')
    connection.on('error', reject).on('close', () => resolve(list()))
    connection.on('data', (text: string) => {
      received += text
      if (list().length >= responses) connection.destroy()
    })
    const send = ([first, ...rest]: string[]): void => {
      if (first !== undefined) connection.write(first, () => setImmediate(send, rest))
    }
    send(pieces)
  })
}
