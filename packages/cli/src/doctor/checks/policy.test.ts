import { describe, expect, it } from 'vitest'
import { codesOf, createRig, startStandIn } from '../../../test/createRig.ts'
import { findClosedPort, startServer } from '../../../test/startServer.ts'
import { writeV2Config } from '../../../test/writeConfig.ts'

const { doctor, sandbox } = createRig()

function startPage({ policy, html = '<!doctype html>' }: { policy?: string; html?: string }): Promise<string> {
  return startServer((_, response) =>
    response.writeHead(200, policy === undefined ? {} : { 'content-security-policy': policy }).end(html),
  )
}

describe('the policy of a page', () => {
  it('may be missing', async () => {
    const page = await startPage({})
    expect(await doctor({ args: ['--page', page, '--user', '7'] })).toMatchObject({ findings: [] })
  })

  it('may allow the window of a user and the proxy', async () => {
    const url = await startStandIn()
    const page = await startPage({ policy: `default-src 'self'; frame-src ${sandbox().url}; connect-src ${url}` })
    expect(codesOf(await doctor({ url, args: ['--page', page, '--user', '7'] }))).toEqual([])
  })

  it('must allow frames of the vendor, in its header', async () => {
    const url = await startStandIn()
    const page = await startPage({ policy: `frame-src 'self'; connect-src ${url}` })
    const result = await doctor({ url, args: ['--page', page, '--user', '7'] })
    expect(codesOf(result)).toEqual(['csp-frame'])
    expect(result.findings[0]?.fix).toBe(`Add ${sandbox().url} to frame-src.`)
  })

  it('must allow frames of the vendor, in its elements', async () => {
    const html = `<meta http-equiv="Content-Security-Policy" content="frame-src 'none'">`
    expect(codesOf(await doctor({ args: ['--page', await startPage({ html })] }))).toEqual(['csp-frame'])
  })

  it("must allow frames of an account's host, where the configuration names the host of Wazzup's API", async () => {
    const file = writeV2Config({ backend: "fetch: async () => { throw new Error('away') }" })
    const args = ['--page', await startPage({ policy: "frame-src 'none'" })]
    const { findings } = await doctor({ file, args, env: { VENDOR_URL: 'https://api.wazzup24.com' } })
    expect(findings.find(({ code }) => code === 'csp-frame')?.fix).toBe('Add https://*.wazzup24.com to frame-src.')
  })

  it('must allow requests to the proxy', async () => {
    const url = await startStandIn()
    const page = await startPage({ policy: "connect-src 'self'" })
    const result = await doctor({ url, args: ['--page', page] })
    expect(codesOf(result)).toEqual(['csp-connect'])
    expect(result.findings[0]?.fix).toBe(`Add ${url} to connect-src.`)
  })

  it('cannot be read from a page that is not there', async () => {
    expect(codesOf(await doctor({ args: ['--page', await findClosedPort()] }))).toEqual(['page-unreachable'])
    const forbidden = await startServer((_, response) => response.writeHead(403).end())
    expect(codesOf(await doctor({ args: ['--page', `${forbidden}/login?token=1`] }))).toEqual(['page-unreachable'])
  })
})
