import { createServer } from 'node:http'
import { serveParent } from '../process/serveParent.ts'
import { listen } from './listen.ts'

/** The floor of live streams: sends the head of an event stream and nothing else, and knows nobody. */
const methods = {
  start(): Promise<string> {
    return listen(
      createServer((request, response) => {
        if (request.url === '/chat/events')
          response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n')
        else response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      }),
    )
  },
}

export type EmptyEvents = typeof methods
serveParent(methods)
