import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { extname } from 'node:path'
import { onTestFinished } from 'vitest'

/** Parameters of {@link startPageServer}. */
export interface PageServerParameters {
  /** Its HTML. `{NONCE}` in it, and in the policy, stands for the nonce of each response. */
  page: string
  /** Scripts and stylesheets by their path below `/kit/`. */
  files: Map<string, string>
  policy: string
}

const types: Record<string, string> = { '.js': 'javascript', '.css': 'css' }

/** Serves a page and its files under a strict policy, on a free port. Returns its address. Other origins may read the files. */
export async function startPageServer({ page, files, policy }: PageServerParameters): Promise<string> {
  const server = createServer((request, response) => {
    const nonce = randomBytes(16).toString('base64')
    const path = request.url?.replace('/kit/', '') ?? ''
    const file = files.get(path)
    const isMissing = file === undefined && request.url?.startsWith('/kit/')
    response.setHeader('content-type', `text/${file === undefined ? 'html' : types[extname(path)]}; charset=utf-8`)
    response.setHeader('content-security-policy', policy.replaceAll('{NONCE}', nonce))
    response.setHeader('access-control-allow-origin', '*')
    response.writeHead(isMissing ? 404 : 200).end(file ?? page.replaceAll('{NONCE}', nonce))
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
