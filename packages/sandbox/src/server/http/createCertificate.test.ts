import { X509Certificate } from 'node:crypto'
import { access, readFile } from 'node:fs/promises'
import { Agent, request } from 'node:https'
import { io } from 'socket.io-client'
import { describe, expect, it } from 'vitest'
import { startSandbox } from '../../../test/startSandbox.ts'

/** Requests an address with a certificate authority that is trusted. @returns the status */
function requestTrusting(url: string, ca: string | undefined, key: string): Promise<number | undefined> {
  const agent = new Agent(ca === undefined ? {} : { ca })
  const headers = { authorization: `Bearer ${key}`, connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c' }
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: ca === undefined ? {} : headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode))
    })
      .on('error', reject)
      .end()
  })
}

describe('a sandbox with TLS', () => {
  it('is trusted with its certificate authority, by all its names, and not without', async () => {
    const sandbox = await startSandbox({ tls: true })
    const ca = await readFile(sandbox.tls?.caFile ?? '', 'utf8')
    for (const name of ['127.0.0.1', 'localhost']) {
      const url = `https://${name}:${sandbox.port}/v3/channels`
      expect(await requestTrusting(url, ca, sandbox.apiKey)).toBe(200)
      await expect(requestTrusting(url, undefined, sandbox.apiKey)).rejects.toThrow(/certificate/)
    }
    const socket = io(sandbox.url, { ca, forceNew: true, transports: ['websocket'] })
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
    socket.disconnect()
  })

  it('has ports of the vendors with TLS too', async () => {
    const sandbox = await startSandbox({ tls: true, vendorPorts: true })
    const ca = await readFile(sandbox.tls?.caFile ?? '', 'utf8')
    const url = `${sandbox.vendorUrls?.['tech.wazzup24.com']}/v2/channels`
    expect(url).toMatch(/^https:/)
    expect(await requestTrusting(url, ca, sandbox.apiKey)).toBe(200)
  })

  it('keeps no private key on disk, and removes the file when it closes', async () => {
    const sandbox = await startSandbox({ tls: true })
    const caFile = sandbox.tls?.caFile ?? ''
    const pem = await readFile(caFile, 'utf8')
    expect(pem).not.toContain('PRIVATE KEY')
    expect(new X509Certificate(pem)).toMatchObject({ ca: true })
    await sandbox.close()
    await expect(access(caFile)).rejects.toThrow('ENOENT')
  })

  it('is not there unless it is asked for', async () => {
    const sandbox = await startSandbox()
    expect(sandbox.tls).toBeUndefined()
    expect(sandbox.url).toMatch(/^http:/)
  })
})
