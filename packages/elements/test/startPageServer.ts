import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

/** Parameters of {@link startPageServer}. */
export interface PageServerParameters {
  page: string
  /** Scripts by their path below `/kit/`. */
  files: Map<string, string>
  policy: string
}

/** Serves a page and its scripts under a strict policy, on a free port. Returns its address. */
export async function startPageServer({ page, files, policy }: PageServerParameters): Promise<string> {
  const server = createServer((request, response) => {
    const script = files.get(request.url?.replace('/kit/', '') ?? '')
    response.setHeader('content-type', `text/${script === undefined ? 'html' : 'javascript'}; charset=utf-8`)
    response.setHeader('content-security-policy', policy)
    response.end(script ?? page)
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
