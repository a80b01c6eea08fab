import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * Sends bytes to a server as they are, and reads until a response begins or the server ends the connection, which stays open
 * until the test has finished: what the server makes of further bytes goes on.
 */
export function exchangeRaw({ url, text }: { url: string; text: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    let response = ''
    const connection = connect(Number(new URL(url).port), '127.0.0.1', () => connection.write(text, 'latin1'))
    onTestFinished(() => void connection.destroy())
    connection.setEncoding('latin1').on('data', (chunk: string) => {
      response += chunk
      if (response.includes('\r\n\r\n')) resolve(response)
    })
    connection.on('close', () => resolve(response)).on('error', reject)
  })
}
