import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { bundle } from './bundle.ts'
import { startVendor } from './startVendor.ts'

const vendors = (entry: string): string =>
  JSON.stringify(fileURLToPath(new URL(`../src/${entry}/index.ts`, import.meta.url)))
const entries = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate']
const creators = ['createWazzupV2', 'createWazzupV3', 'createWazzupTech', 'createWhatomate']
const clients = entries.map((entry, index) => [entry, creators[index] ?? ''] as const)

describe.each(clients)('%s in a bundle', (entry, creator) => {
  it('brings nothing of another API', async () => {
    const { modules, code } = await bundle({ source: `export { ${creator} } from ${vendors(entry)}`, split: true })
    const folders = modules.map((module) => /\/src\/([^/]+)\//.exec(module)?.[1])
    expect(folders).toContain(entry)
    expect(entries.filter((other) => other !== entry && folders.includes(other))).toEqual([])
    const packages = modules.flatMap((module) => /.*\/node_modules\/([^/]+)/.exec(module)?.[1] ?? [])
    expect(new Set(packages)).toEqual(new Set(['zod']))
    expect(gzipSync(code).length).toBeLessThan(46_000)
  })
})

describe('in a worker', () => {
  it('the four clients and the webhooks are loaded and used with nothing but the web platform', async () => {
    const vendor = await startVendor(({ headers }) => {
      if (headers['x-api-key']) return { json: { status: 'success', data: { contacts: [], total: 0 } } }
      return { json: headers.authorization === 'Bearer t' ? { data: [], meta: { timestamp: 1 } } : [] }
    })
    const exported = clients.map(([entry, creator]) => `import { ${creator} } from ${vendors(entry)}`)
    const { code } = await bundle({
      split: false,
      source: `${exported.join('\n')}
      import { parseWebhook } from ${vendors('webhooks')}
      globalThis.main = async (baseUrl) => {
        const v2 = await createWazzupV2({ apiKey: 'k', baseUrl }).fetchChannels()
        const v3 = await createWazzupV3({ apiKey: 'k', baseUrl }).fetchChannels()
        const tech = await createWazzupTech({ accessToken: 't', baseUrl }).fetchChannels()
        const contacts = await createWhatomate({ apiKey: 'k', baseUrl }).listContacts().next()
        const events = await parseWebhook('wazzup-v2', {}, '{"test":true}')
        return [v2.length, v3.length, tech.length, contacts.done, events[0].kind].join()
      }`,
    })
    expect(code).not.toMatch(/\brequire\(|from ?["']node:|import\(["']node:/)
    const run = runAsWorker(code)
    await expect(run(vendor.url)).resolves.toBe('0,0,0,true,test')
    expect(vendor.requests).toHaveLength(4)
  })
})

/** Runs code where only what every worker has is there: no `process`, no `Buffer`, no `require`, no `node:` module. */
function runAsWorker(code: string): (baseUrl: string) => Promise<string> {
  const platform = {
    ...{ fetch, Request, Response, Headers, FormData, Blob, URL, URLSearchParams, AbortController, AbortSignal },
    ...{
      TextEncoder,
      TextDecoder,
      TransformStream,
      crypto,
      performance,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      btoa,
      atob,
      structuredClone,
      Uint8Array,
    },
  }
  const context: typeof platform & { main?: (baseUrl: string) => Promise<string> } = { ...platform }
  createContext(context)
  runInContext(code, context)
  if (!context.main) throw new Error('The code did not run.')
  return context.main
}
