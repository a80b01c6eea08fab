import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'

/** Sends a request as it is, and returns all that the server sends until it closes the connection. */
async function send(crm: TestCrm, lines: string[], body = ''): Promise<string> {
  const socket = connect(Number(new URL(crm.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
  return text(socket)
}

/** A login as a page that calls itself by this host sends it. */
function logIn(host: string): string[] {
  return [
    'POST /api/login HTTP/1.1',
    `Host: ${host}`,
    `Origin: http://${host.toLowerCase()}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    'Content-Length: 16',
    'Connection: close',
  ]
}

const asAnn = '{"userId":"ann"}'

describe('a request', () => {
  it.each([
    'rebind.evil.example:3000',
    'localhost.evil.example',
    'evil-localhost',
    '127.0.0.1.evil.example',
    '127.0.0.1@evil.example',
    '0.0.0.0',
    '[::2]',
    '',
  ])('is rejected for the host "%s"', async (host) => {
    const crm = await startTestCrm()
    const response = await send(crm, logIn(host), asAnn)
    expect(response).toMatch(/^HTTP\/1\.1 403 /)
    expect(response).not.toMatch(/set-cookie/i)
    expect(response).toContain(`under the host ${JSON.stringify(host)}.`)
    expect(response).toContain('CRM_HOSTS=crm.example.com')
  })

  it.each(['127.0.0.1', '127.0.0.1:3000', 'LOCALHOST:3000', '[::1]:3000'])('is served for %s', async (host) => {
    const crm = await startTestCrm()
    expect(await send(crm, logIn(host), asAnn)).toMatch(/^HTTP\/1\.1 200 /)
  })

  it('is served for a host of the list, on any port', async () => {
    const crm = await startTestCrm({ hosts: ['crm.example.com'] })
    for (const host of ['crm.example.com', 'CRM.example.com:8443'])
      expect(await send(crm, logIn(host), asAnn)).toMatch(/^HTTP\/1\.1 200 /)
    expect(await send(crm, logIn('www.crm.example.com'), asAnn)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('is rejected without a host', async () => {
    const crm = await startTestCrm()
    expect(await send(crm, ['GET /api/users HTTP/1.0'])).toMatch(/^HTTP\/1\.1 403 /)
  })

  it('is rejected for a foreign host in its target', async () => {
    const crm = await startTestCrm()
    const request = ['GET http://evil.example/api/users HTTP/1.1', 'Host: 127.0.0.1', 'Connection: close']
    expect(await send(crm, request)).toMatch(/^HTTP\/1\.1 403 /)
  })

  it.each(['/', '/livez', '/readyz', '/chat/session', '/socket.io/?EIO=4&transport=polling'])(
    'is rejected at %s too',
    async (path) => {
      const crm = await startTestCrm()
      const response = await send(crm, [`GET ${path} HTTP/1.1`, 'Host: rebind.evil.example', 'Connection: close'])
      expect(response).toMatch(/^HTTP\/1\.1 403 /)
    },
  )
})

describe('an upgrade', () => {
  const upgrade = (host: string): string[] => [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    `Host: ${host}`,
    `Origin: http://${host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ]

  it('is rejected for a foreign host, before the socket’s own checks', async () => {
    const crm = await startTestCrm()
    const response = await send(crm, upgrade('rebind.evil.example'))
    expect(response).toMatch(/^HTTP\/1\.1 403 /)
    expect(response).toContain('CRM_HOSTS')
  })

  it('reaches the sockets for a host of ours', async () => {
    const crm = await startTestCrm()
    const response = await send(crm, upgrade('127.0.0.1'))
    expect(response).not.toContain('CRM_HOSTS') // It is refused for want of a session.
    expect(response).toMatch(/^HTTP\/1\.1 4/)
  })
})
