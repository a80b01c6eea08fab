import { createWazzupV2 } from '@crm-chat/vendors/wazzup-v2'
import { describe, expect, it } from 'vitest'
import { createRig } from '../../test/createRig.ts'
import { runCli } from '../../test/runCli.ts'
import { spawnCli } from '../../test/spawnCli.ts'
import { startProxyCommand } from '../../test/startProxyCommand.ts'
import { startServer } from '../../test/startServer.ts'
import { writeConfig, writeV2Config } from '../../test/writeConfig.ts'

const { env, sandbox } = createRig()

it('finds nothing in a setup that works', async () => {
  const webhooks = (publicUrl: string): string =>
    `webhooks: { secret: 'a-secret-of-the-tests-1', publicUrl: '${publicUrl}' },`
  const { url } = await startProxyCommand({ file: writeV2Config({ rest: webhooks('http://127.0.0.1') }), env: env() })
  const wazzup = createWazzupV2({ apiKey: sandbox().apiKey, baseUrl: sandbox().url })
  await wazzup.setWebhooks({ url: `${url}/chat/webhooks/a-secret-of-the-tests-1` })
  const policy = `default-src 'self'; frame-src ${sandbox().url}; connect-src ${url}`
  const page = await startServer((_, response) => response.writeHead(200, { 'content-security-policy': policy }).end())
  const file = writeV2Config({ rest: webhooks(url) })
  const run = runCli(['doctor', '--url', url, '--config', file, '--page', page, '--user', '7'], { env: env() })
  expect(await run.exited).toBe(0)
  expect(run.output.stdout).toContain('✓ No findings.')
  expect(run.output.stdout.match(/Not checked/g)).toHaveLength(1) // Roles, which this API does not show.
})

it('writes what is wrong, why it matters and what to do', async () => {
  const file = writeV2Config()
  const { url } = await startProxyCommand({ file, env: env() })
  const run = spawnCli(['doctor', '--url', url, '--config', file], {
    env: env({ WAZZUP_API_KEY: 'a-key-that-nobody-has' }),
  })
  expect(await run.exited).toBe(1)
  expect(run.output.stdout).toContain("✗ Wazzup's CRM API V2 refuses the key")
  expect(run.output.stdout).toContain('Why it matters: It was mistyped')
  expect(run.output.stdout).toContain('What to do:     Copy the key again')
  expect(run.output.stdout).toContain('1 finding.')
})

describe('exits with 2', () => {
  const file = '/nowhere/crm-chat.config.mjs'

  it.each([
    ['without an address', ['--config', file], 'needs --url <url> and --config <file>'],
    ['without a configuration', ['--url', 'https://crm.example.com'], 'needs --url <url> and --config <file>'],
    [
      'for an address that is none',
      ['--url', 'crm.example.com', '--config', file],
      '--url must be an http or https address',
    ],
    [
      'for credentials in an address',
      ['--url', 'https://a:b@crm.example.com', '--config', file],
      'without credentials',
    ],
    ['for a page that is none', ['--url', 'http://a', '--config', file, '--page', 'x'], '--page must be'],
    ['for an unknown option', ['--uri', 'x'], 'There is no option --uri. See --help.'],
    ['for an option without its value', ['--url'], 'lacks its value'],
    ['for too many arguments', ['a-key-by-mistake'], 'There are too many arguments.'],
    ['for a missing file', ['--url', 'http://a', '--config', file], `There is no file ${file}`],
  ])('%s', async (_, args, sentence) => {
    const run = runCli(['doctor', ...args])
    expect(await run.exited).toBe(2)
    expect(run.output.stderr).toContain(sentence)
    expect(run.output.stderr).not.toContain('by-mistake')
    expect(run.output.stdout).toBe('')
  })
})

describe('the key is in no output', () => {
  const key = 'canary+key/with=signs&0123456789'
  const forms = [
    key,
    Buffer.from(key).toString('base64'),
    Buffer.from(key).toString('base64url'),
    Buffer.from(`:${key}`).toString('base64'),
    Buffer.from(key).toString('hex'),
    encodeURIComponent(key),
    encodeURIComponent(encodeURIComponent(key)),
    JSON.stringify(key).slice(1, -1),
    key.toUpperCase(),
  ]

  it.each(forms)('when a configuration fails with it as %s', async (form) => {
    const file = writeConfig(`throw new Error('cannot use ' + ${JSON.stringify(form)})`)
    const run = runCli(['doctor', '--url', 'http://127.0.0.1:9', '--config', file], { env: { WAZZUP_API_KEY: key } })
    expect(await run.exited).toBe(2)
    expect(run.output.stderr).toMatch(/cannot be loaded: .*\[redacted\]|^crm-chat: \[redacted\]/)
    expectNone(run.output)
  })

  it.each(forms)(
    'when it is the password of an address in the environment, and a configuration fails with %s',
    async (form) => {
      const file = writeConfig(`throw new Error('cannot use ' + ${JSON.stringify(form)})`)
      for (const written of [encodeURIComponent(key), key]) {
        const env = { DATABASE_URL: `postgres://crm:${written}@db.internal:5432/crm?sslmode=require` }
        const run = runCli(['doctor', '--url', 'http://127.0.0.1:9', '--config', file], { env })
        expect(await run.exited).toBe(2)
        expect(run.output.stderr).toContain('[redacted]')
        expectNone(run.output)
      }
    },
  )

  it.each([
    ['postgres://crm:hunter2hunter@db/crm', 'hunter2hunter'],
    ['mongodb://crm:hunter2hunter@one:27017,two:27017/crm', 'hunter2hunter'],
    ['postgres://crm:hunter2@hunter@db/crm', 'hunter2@hunter'],
    ['postgres://crm:hunter/2#hunter@db/crm', 'hunter/2#hunter'],
    ['postgres://crm:hunter%zz2@db/crm', 'hunter%zz2'],
    ['postgres://crm:pw1@db/crm', 'crm:pw1@'],
    ['https://ghp_hunter2hunter@git.example.com', 'ghp_hunter2hunter'],
    ['https://ghp_hunter2hunter:x-oauth-basic@git.example.com', 'ghp_hunter2hunter'],
    ['--host a --database postgres://crm:hunter2hunter@db/crm --email kate@example.com', 'hunter2hunter'],
    ['redis://:hunter2hunter@one redis://:hunter3hunter@two', 'hunter3hunter'],
  ])('when it is in %s', async (value, secret) => {
    const file = writeConfig(`export default ({ env }) => {
      throw new Error('cannot use ' + env.STORE + ' with ' + ${JSON.stringify(secret)})
    }`)
    const run = runCli(['proxy', '--config', file], { env: { STORE: value } })
    expect(await run.exited).toBe(2)
    expect(run.output.stderr).toContain('failed: cannot use')
    expect(run.output.stderr).not.toContain(secret)
  })

  it.each(['DB_PASS', 'PGPASSWORD', 'MYSQL_PWD', 'SMTP_PASSPHRASE', 'API_CREDENTIALS', 'SENTRY_DSN'])(
    'when it is the value of %s',
    async (name) => {
      const file = writeConfig(`export default ({ env }) => { throw new Error('cannot use ' + env.${name}) }`)
      const run = runCli(['proxy', '--config', file], { env: { [name]: 'hunter2hunter' } })
      expect(await run.exited).toBe(2)
      expect(run.output.stderr).toContain('cannot use [redacted]')
    },
  )

  it.each(forms)(
    'when a function of the configuration fails with it as %s, and the environment does not know it',
    async (form) => {
      const file = writeConfig(`export default ({ wazzupV2 }) => {
      wazzupV2({ apiKey: ${JSON.stringify(key)} })
      return { backend: wazzupV2({ apiKey: ${JSON.stringify(key)}, baseUrl: 'http://127.0.0.1:9',
        fetch: () => { throw new Error('cannot use ' + ${JSON.stringify(form)}) } }), identify: () => null }
    }`)
      const run = runCli(['doctor', '--url', 'http://127.0.0.1:9', '--config', file])
      expect(await run.exited).toBe(1)
      expectNone(run.output)
    },
  )

  it.each([[[]], [['--json']]])('when every server repeats it %j', async (args) => {
    const header = Buffer.from(key).toString('base64url')
    const url = await startServer((_, response) =>
      response
        .writeHead(418, { 'cache-control': key, location: `/${header}`, 'content-type': 'application/json' })
        .end(JSON.stringify({ error: { code: key, requestId: header, description: key, message: header } })),
    )
    const file = writeV2Config({
      rest: `webhooks: { secret: 'canary-secret-of-webhooks', publicUrl: '${url}/${header}' },`,
    })
    const flags = ['--url', `${url}/${encodeURIComponent(key)}`, '--page', `${url}/${header}`, '--user', key]
    const run = runCli(['doctor', ...flags, '--config', file, ...args], {
      env: { WAZZUP_API_KEY: key, VENDOR_URL: url },
    })
    expect(await run.exited).toBe(1)
    expect(run.output.stdout).toContain('webhook-refused')
    expect(run.output.stdout).not.toContain('canary-secret')
    expectNone(run.output)
  })

  function expectNone({ stdout, stderr }: { stdout: string; stderr: string }): void {
    const text = `${stdout}${stderr}`.toLowerCase()
    expect(forms.filter((form) => text.includes(form.toLowerCase()))).toEqual([])
  }
})
