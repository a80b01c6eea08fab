import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** Serves a page and a script under a strict policy, on a free port. Returns its address. */
export async function startPageServer({
  page,
  script,
  policy,
}: Record<'page' | 'script' | 'policy', string>): Promise<string> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/loader.js'
    response.setHeader('content-type', isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8')
    response.setHeader('content-security-policy', policy)
    response.end(isScript ? script : page)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return `http://127.0.0.1:${address.port}/`
}
