import { describe, expect, it } from 'vitest'
import { codesOf, createRig, startStandIn } from '../../../test/createRig.ts'
import { startProxyCommand } from '../../../test/startProxyCommand.ts'
import { findClosedPort, startServer } from '../../../test/startServer.ts'
import { writeV2Config } from '../../../test/writeConfig.ts'

const { doctor, env } = createRig()

/** For a vendor of the public internet, whose requests go to the sandbox. */
const publicVendor = `baseUrl: undefined,
  fetch: (url, init) => fetch(String(url).replace(/^https:..[a-z]+.wazzup24.com/, env.VENDOR_URL), init),`

/** Stands for DNS and TLS: the public address leads to a server of this machine. */
function leading(target: string): typeof fetch {
  return (url, init) => fetch(String(url).replace(/^https?:\/\/crm\.example\.com/, target), init)
}

describe('for a vendor on the internet', () => {
  it('finds nothing at a public address that is served by https', async () => {
    const file = writeV2Config({ backend: publicVendor })
    const { url } = await startProxyCommand({ file, env: env() })
    const result = await doctor({ file, url: 'https://crm.example.com', fetch: leading(url) })
    expect(result).toMatchObject({ exitCode: 0, findings: [] })
  })

  it('finds an address without https', async () => {
    const file = writeV2Config({ backend: publicVendor })
    const fetch = leading(await startStandIn())
    expect(codesOf(await doctor({ file, url: 'http://crm.example.com', fetch }))).toEqual(['proxy-insecure'])
  })

  it('finds an address of this machine', async () => {
    expect(codesOf(await doctor({ file: writeV2Config({ backend: publicVendor }) }))).toEqual(['proxy-private'])
  })
})

it('finds an address where nothing responds', async () => {
  expect(codesOf(await doctor({ url: await findClosedPort() }))).toEqual(['proxy-unreachable'])
})

it('finds a redirect, and names no more of it than its host', async () => {
  const url = await startServer((_, response) =>
    response.writeHead(302, { location: 'https://login.example.com/?token=1' }).end(),
  )
  const result = await doctor({ url })
  expect(codesOf(result)).toEqual(['proxy-redirects'])
  expect(result.findings[0]?.what).toContain('redirects to login.example.com (302)')
})

it.each([
  ['a page', '<!doctype html>'],
  ['JSON of something else', '{"error":"no such route"}'],
])('finds %s in the place of a proxy', async (_, body) => {
  const url = await startServer((_, response) => response.end(body))
  expect(codesOf(await doctor({ url }))).toEqual(['proxy-unknown'])
})

it('finds another base path', async () => {
  const { url } = await startProxyCommand({ file: writeV2Config({ rest: "basePath: '/api/chat'," }), env: env() })
  expect(codesOf(await doctor({ url }))).toEqual(['proxy-unknown'])
  expect(codesOf(await doctor({ url: `${url}/api/chat/` }))).toEqual([])
})

it('finds a server in front that lets responses be cached', async () => {
  const result = await doctor({ url: await startStandIn({ 'cache-control': 'max-age=60' }) })
  expect(codesOf(result)).toEqual(['proxy-cached'])
})

it.each(['*', 'https://crm-chat-doctor.invalid'])(
  'finds a server in front that allows any page: %s',
  async (origin) => {
    expect(codesOf(await doctor({ url: await startStandIn({ 'access-control-allow-origin': origin }) }))).toEqual([
      'proxy-cors',
    ])
  },
)

it('finds a server in front that takes the origin away', async () => {
  const { url: target } = await startProxyCommand({ file: writeV2Config(), env: env() })
  const url = await startServer(async (request, response) => {
    const { status, headers } = await fetch(`${target}${request.url}`)
    const error = { code: 'unauthenticated', requestId: '1' }
    response.writeHead(status, { 'cache-control': headers.get('cache-control') ?? '' }).end(JSON.stringify({ error }))
  })
  expect(codesOf(await doctor({ url }))).toEqual(['proxy-origin-lost'])
})
