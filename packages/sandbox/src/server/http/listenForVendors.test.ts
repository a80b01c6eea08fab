import { describe, expect, it } from 'vitest'
import { watchCounter } from '../../../test/counterClients.ts'
import { requestRaw } from '../../../test/requestRaw.ts'
import { startSandbox } from '../../../test/startSandbox.ts'

describe('a port of each vendor', () => {
  it("serves the vendor's own paths, over HTTP and over sockets", async () => {
    const { vendorUrls, apiKey, port, close } = await startSandbox({ vendorPorts: true })
    const api = vendorUrls?.['api.wazzup24.com'] ?? ''
    const tech = vendorUrls?.['tech.wazzup24.com'] ?? ''
    expect(new Set([port, ...Object.values(vendorUrls ?? {}).map((url) => Number(new URL(url).port))]).size).toBe(5)
    expect((await fetch(`${api}/v2/iframe`, { method: 'POST' })).status).toBe(401)
    const channels = await fetch(`${tech}/v2/channels`, { headers: { authorization: `Bearer ${apiKey}` } })
    expect(channels.status).toBe(200)
    const counter = watchCounter({ url: api, hello: { apiKey, userId: '7' } })
    await expect.poll(() => counter.values).toEqual([{ counter: 0 }])
    await close()
    await expect(fetch(api)).rejects.toThrow('fetch failed')
  })

  it('accepts only local host names', async () => {
    const sandbox = await startSandbox({ vendorPorts: true })
    const port = Number(new URL(sandbox.vendorUrls?.whatomate ?? '').port)
    expect(await requestRaw({ ...sandbox, port }, { path: '/livez', host: 'evil.example' })).toBe(403)
  })

  it('is opened only on request', async () => {
    expect((await startSandbox()).vendorUrls).toBeUndefined()
  })
})
