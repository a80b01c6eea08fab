import { connect } from 'node:net'

/**
 * Sends bytes to a port as they are, and reads until the given number of responses has begun and, for the last one, until its
 * text has arrived, or until the server ends the connection.
 * @returns everything that was read
 */
export function sendRaw({
  port,
  pieces,
  until,
}: {
  port: number
  /** Each is sent once the one before has left. */
  pieces: string[]
  until: (received: string) => boolean
}): Promise<string> {
  return new Promise((resolve, reject) => {
    let received = ''
    const connection = connect(port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
    connection.on('error', reject).on('close', () => resolve(received))
    connection.on('data', (text: string) => {
      received += text
      if (until(received)) connection.destroy()
    })
    const send = ([first, ...rest]: string[]): void => {
      if (first !== undefined) connection.write(first, () => setImmediate(send, rest))
    }
    send(pieces)
  })
}

/** The statuses of all responses in a text. */
export function listStatuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
}
