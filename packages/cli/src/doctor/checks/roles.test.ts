import { createWazzupTech } from '@crm-chat/vendors/wazzup-tech'
import { createSandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { codesOf, createRig } from '../../../test/createRig.ts'
import { writeConfig } from '../../../test/writeConfig.ts'

const { doctor, sandbox } = createRig()

const techConfig = `export default ({ env, wazzupTech }) => ({
  backend: wazzupTech({ accessToken: env.WAZZUP_API_KEY, baseUrl: env.VENDOR_URL + '/tech' }),
  identify: () => null,
})`
const v3Config = (rest = ''): string => `export default ({ env, wazzupV3 }) => ({
  backend: wazzupV3({ apiKey: env.WAZZUP_API_KEY, baseUrl: env.VENDOR_URL }),
  identify: () => null,
  ${rest}
})`
const whatomateConfig = (rest = ''): string => `export default ({ env, whatomate }) => ({
  backend: whatomate({ apiKey: env.KEY, baseUrl: env.VENDOR_URL + '/whatomate' }),
  identify: () => null,
  ${rest}
})`

it('finds users without a role, and none once they have one', async () => {
  const wazzup = createWazzupTech({ accessToken: sandbox().apiKey, baseUrl: `${sandbox().url}/tech` })
  await wazzup.saveUsers([
    { id: '7', name: 'Kate' },
    { id: '8', name: 'Leo' },
  ])
  const [channel] = await wazzup.fetchChannels()
  const role = { channel_id: channel?.channel_id ?? '', role: 'seller' as const }
  await wazzup.updateSettings({ user_roles: [{ ...role, user_id: '8' }] })
  const file = writeConfig(techConfig)
  const result = await doctor({ file })
  expect(codesOf(result)).toEqual(['role-missing'])
  expect(result.findings[0]?.what).toBe('No role in any channel: user 7.')
  expect(codesOf(await doctor({ file, args: ['--user', '8'] }))).toEqual([])
  await wazzup.updateSettings({
    user_roles: [
      { ...role, user_id: '7' },
      { ...role, user_id: '8' },
    ],
  })
  expect(codesOf(await doctor({ file }))).toEqual([])
})

it('finds a user who was never uploaded, where API v3 wants that', async () => {
  const args = ['--user', '77']
  const result = await doctor({ file: writeConfig(v3Config()), args })
  expect(codesOf(result)).toEqual(['user-unknown'])
  expect(codesOf(await doctor({ file: writeConfig(v3Config('ensureUser: true')), args }))).toEqual([])
})

it('says that API V2 and v3 show no roles', async () => {
  expect((await doctor()).notChecked.join(' ')).toContain('this API of Wazzup does not show them')
})

it('finds a key of Whatomate whose user lacks a permission', async () => {
  const agents = await createSandbox({ port: 0, quirks: ['whatomate.agentKey'] })
  onTestFinished(() => agents.close())
  const env = { KEY: agents.whatomateKey, VENDOR_URL: agents.url }
  const webhooks = "webhooks: { secret: 'a-secret-of-the-tests-1' }"
  const result = await doctor({ file: writeConfig(whatomateConfig()), env })
  expect(codesOf(result)).toEqual(['permission-missing'])
  expect(result.findings[0]?.what).toContain('role "agent", which lacks contacts:read.')
  const more = await doctor({ file: writeConfig(whatomateConfig(webhooks)), env })
  expect(more.findings[0]?.what).toContain('lacks contacts:read, webhooks:read, webhooks:write.')
})

it('finds nothing to say about the key of an administrator at Whatomate', async () => {
  const result = await doctor({ file: writeConfig(whatomateConfig()), env: { KEY: sandbox().whatomateKey } })
  expect(result.findings).toEqual([])
  expect(result.notChecked.join(' ')).not.toContain('Roles')
})
