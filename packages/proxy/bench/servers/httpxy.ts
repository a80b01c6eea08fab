import { createServer } from 'node:http'
import { createProxyServer } from 'httpxy'
import { serveParent } from '../process/serveParent.ts'
import { listen } from './listen.ts'
import { authorization, createAgent, type UpstreamParameters } from './upstream.ts'

const methods = {
  start({ vendorUrl }: UpstreamParameters): Promise<string> {
    const agent = createAgent()
    const proxy = createProxyServer({ target: vendorUrl, agent, changeOrigin: true, headers: { authorization } })
    return listen(
      createServer((request, response) => {
        proxy.web(request, response).catch(() => response.destroy())
      }),
    )
  },
}

export type Httpxy = typeof methods
serveParent(methods)
