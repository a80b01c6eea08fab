import { once } from 'node:events'
import { connect } from 'node:net'
import { onTestFinished } from 'vitest'

/**
 * Notes the commands that a Redis gets, over a connection of its own: a client library takes the first of them for the response to
 * its request where they come at the same time.
 */
export async function startMonitor(url: string): Promise<string[][]> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) }).setEncoding('latin1')
  onTestFinished(() => void socket.destroy())
  await once(socket, 'connect')
  const commands: string[][] = []
  let rest = ''
  let begin = (): void => {}
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (line === '+OK') begin()
      else
        commands.push(
          [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word = '']) => word.replace(/\\(["\\])/g, '$1')),
        )
    }
  })
  socket.write('MONITOR\r\n')
  await begun
  return commands
}
