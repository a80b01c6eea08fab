import { expect, it } from 'vitest'
import { codesOf, createRig } from '../../../test/createRig.ts'
import { findClosedPort } from '../../../test/startServer.ts'
import { writeConfig, writeV2Config } from '../../../test/writeConfig.ts'

const { doctor, fault, sandbox } = createRig()

it('finds a key that the vendor refuses', async () => {
  const result = await doctor({ env: { WAZZUP_API_KEY: 'a-key-that-nobody-has' } })
  expect(result).toMatchObject({ exitCode: 1, findings: [{ code: 'key-rejected' }] })
})

it('finds a key of another API of Wazzup, and names the function for it', async () => {
  fault({ operation: 'wazzup-v2.*', fault: { kind: 'status', status: 401 } })
  const result = await doctor()
  expect(codesOf(result)).toEqual(['key-wrong-kind'])
  expect(result.findings[0]?.what).toContain("one of Wazzup's API v3")
  expect(result.findings[0]?.fix).toContain('wazzupV3({ apiKey })')
})

it('finds a token of the tech API', async () => {
  fault({ operation: 'wazzup-v2.*', fault: { kind: 'status', status: 401 } })
  fault({ operation: 'wazzup-v3.*', fault: { kind: 'status', status: 401 } })
  expect((await doctor()).findings[0]?.what).toContain("one of Wazzup's tech API")
})

it('finds a key of Whatomate, and shows it to no API of Wazzup beside the one that was configured', async () => {
  const result = await doctor({ env: { WAZZUP_API_KEY: `whm_${'f'.repeat(32)}` } })
  expect(codesOf(result)).toEqual(['key-wrong-kind'])
  expect(result.findings[0]?.what).toContain('one of Whatomate')
  expect(
    sandbox()
      .requests()
      .map(({ operation }) => operation)
      .filter((name) => /^wazzup-(v3|tech)/.test(name ?? '')),
  ).toEqual([])
})

it('finds a key of Wazzup at a Whatomate server', async () => {
  const file = writeConfig(`export default ({ env, whatomate }) => ({
    backend: whatomate({ apiKey: env.WAZZUP_API_KEY, baseUrl: env.VENDOR_URL + '/whatomate' }),
    identify: () => null,
  })`)
  const result = await doctor({ file })
  expect(codesOf(result)).toEqual(['key-wrong-kind'])
  expect(result.findings[0]?.what).toContain('looks like one of Wazzup')
})

it('finds a key that opens messages and channels only', async () => {
  const file = writeConfig(`export default ({ env, wazzupV3 }) => ({
    backend: wazzupV3({ apiKey: env.WAZZUP_API_KEY + '-sidecar', baseUrl: env.VENDOR_URL }),
    identify: () => null,
  })`)
  expect(codesOf(await doctor({ file }))).toEqual(['key-limited'])
})

it('finds a vendor that cannot be reached', async () => {
  const result = await doctor({ env: { VENDOR_URL: await findClosedPort() } })
  expect(codesOf(result)).toEqual(['vendor-unreachable'])
  expect(result.findings[0]?.what).toContain('ECONNREFUSED')
})

it('finds a function for the key that fails', async () => {
  const file = writeConfig(`export default ({ env, wazzupV2 }) => ({
    backend: wazzupV2({ apiKey: () => { throw new Error('the vault is sealed') }, baseUrl: env.VENDOR_URL }),
    identify: () => null,
  })`)
  const result = await doctor({ file })
  expect(codesOf(result)).toEqual(['key-missing'])
  expect(result.findings[0]?.what).toContain('the vault is sealed')
})

it('asks the backend where a configuration imports it, and says what it could not check', async () => {
  const check = (error: string): string =>
    writeConfig(`const hook = () => {}
    export default {
      backend: { name: 'wazzup-v2', chatTypes: [], redact: (text) => text, isPrivate: true, check: async () => { ${error} } },
      identify: () => null,
    }`)
  const fine = await doctor({ file: check('') })
  expect(fine).toMatchObject({ exitCode: 0, findings: [] })
  expect(fine.notChecked.join(' ')).toContain('The kind of the key')
  const refused = "throw Object.assign(new Error('refused'), { code: 'upstream_auth' })"
  expect(codesOf(await doctor({ file: check(refused) }))).toEqual(['key-rejected'])
})

it('finds options that the proxy refuses, with every problem', async () => {
  const result = await doctor({ file: writeV2Config({ rest: "basePath: 'chat/', allowedOrigins: ['*']" }) })
  expect(codesOf(result)).toEqual(['options-invalid'])
  expect(result.findings[0]?.what).toMatch(/basePath.*allowedOrigins/)
})
