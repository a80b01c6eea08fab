import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it } from 'vitest'
import { codesOf, createRig } from '../../../test/createRig.ts'
import { startProxyCommand } from '../../../test/startProxyCommand.ts'
import { findClosedPort, startServer } from '../../../test/startServer.ts'
import { writeConfig, writeV2Config } from '../../../test/writeConfig.ts'

const { doctor, env, sandbox } = createRig()

const secret = 'a-secret-of-the-tests-1'
const receiving = (publicUrl?: string, given = secret): string =>
  `webhooks: { secret: '${given}'${publicUrl === undefined ? '' : `, publicUrl: '${publicUrl}'`} },`

/** For a vendor of the public internet, whose requests go to the sandbox. */
const publicVendor = `baseUrl: undefined,
  fetch: (url, init) => fetch(String(url).replace(/^https:..[a-z]+.wazzup24.com/, env.VENDOR_URL), init),`

it('finds a missing public address', async () => {
  expect(codesOf(await doctor({ file: writeV2Config({ rest: receiving() }) }))).toEqual(['webhook-address-missing'])
})

describe('for a vendor on the internet', () => {
  it('finds a private address', async () => {
    const file = writeV2Config({ backend: publicVendor, rest: receiving('https://10.1.2.3') })
    expect(codesOf(await doctor({ file }))).toContain('webhook-address-private')
  })

  it('finds an address without https', async () => {
    const file = writeV2Config({ backend: publicVendor, rest: receiving('http://crm.example.com') })
    expect(codesOf(await doctor({ file }))).toContain('webhook-address-insecure')
  })
})

it('finds an address where nothing responds', async () => {
  const result = await doctor({ file: writeV2Config({ rest: receiving(await findClosedPort()) }) })
  expect(codesOf(result)).toEqual(['webhook-unreachable'])
  expect(JSON.stringify(result)).not.toContain(secret)
})

it.each([
  [401, 'a server in front of the proxy asks for one'],
  [301, 'vendors do not follow it'],
  [500, 'Look for the reason in the log'],
])('finds an address that responds to the test call with %i', async (status, hint) => {
  const url = await startServer((_, response) => response.writeHead(status, { location: '/elsewhere' }).end())
  const result = await doctor({ file: writeV2Config({ rest: receiving(url) }) })
  expect(codesOf(result)).toEqual(['webhook-refused'])
  expect(result.findings[0]?.what).toContain(`gets ${status} in place of 200`)
  expect(result.findings[0]?.fix).toContain(hint)
})

describe('with a proxy that receives', () => {
  it('finds another secret, and an address that the vendor does not call', async () => {
    const { url } = await startProxyCommand({
      file: writeV2Config({ rest: receiving('http://127.0.0.1') }),
      env: env(),
    })
    const other = writeV2Config({ rest: receiving(url, 'another-secret-of-tests') })
    const result = await doctor({ file: other })
    expect(codesOf(result)).toEqual(['webhook-refused'])
    expect(result.findings[0]?.fix).toContain('the same secret and basePath')
    const file = writeV2Config({ rest: receiving(url) })
    expect(codesOf(await doctor({ file }))).toEqual(['webhook-not-registered'])
    const wazzup = createWazzupV2({ apiKey: sandbox().apiKey, baseUrl: sandbox().url })
    await wazzup.setWebhooks({ url: `${url}/chat/webhooks/${secret}` })
    expect(codesOf(await doctor({ file }))).toEqual([])
  })

  it.each(['wazzupV3', 'whatomate'])('proves itself as %s does', async (name) => {
    const config = (options: string, publicUrl: string): string =>
      writeConfig(`export default ({ env, ${name} }) => ({
        backend: ${name}({ apiKey: env.KEY, baseUrl: env.VENDOR_URL + '${name === 'whatomate' ? '/whatomate' : ''}', ${options} }),
        identify: () => null,
        ${receiving(publicUrl)}
      })`)
    const keys = { KEY: name === 'whatomate' ? sandbox().whatomateKey : sandbox().apiKey }
    const option = name === 'whatomate' ? 'webhookSecret' : 'crmKey'
    const { url } = await startProxyCommand({
      file: config(`${option}: 'agreed-upon'`, 'http://127.0.0.1'),
      env: env(keys),
    })
    const agreed = await doctor({ file: config(`${option}: 'agreed-upon'`, url), env: keys })
    expect(codesOf(agreed)).toEqual(['webhook-not-registered'])
    const wrong = await doctor({ file: config(`${option}: 'something-else'`, url), env: keys })
    expect(codesOf(wrong)).toEqual(['webhook-refused'])
    expect(wrong.findings[0]?.fix).toContain('the same crmKey or webhookSecret')
  })
})
