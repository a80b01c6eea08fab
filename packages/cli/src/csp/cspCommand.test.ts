import { Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runCli } from '../../test/runCli.ts'
import { spawnCli } from '../../test/spawnCli.ts'
import { findClosedPort, startServer } from '../../test/startServer.ts'
import { writeConfig, writeV2Config } from '../../test/writeConfig.ts'
import { parsePolicies } from '../doctor/contentSecurityPolicy.ts'
import { readText } from '../readText.ts'

async function csp(args: string[], env: NodeJS.ProcessEnv = {}) {
  const run = runCli(['csp', ...args], { env })
  return { exitCode: await run.exited, stdout: run.output.stdout.trimEnd(), stderr: run.output.stderr }
}

const name = 'Content-Security-Policy: '
const wazzup = ['--vendor', 'wazzup-v3']

/** The policies of an output, as plain objects. */
function read(stdout: string) {
  const lines = stdout.split('\n').map((line) => line.slice(name.length))
  return parsePolicies({ header: lines.join(',') }).map((policy) => Object.fromEntries(policy))
}

const missingIn = (stderr: string): string[] => [...stderr.matchAll(/Missing: (.+)/g)].map(([, what = '']) => what)

describe('without a policy of the page', () => {
  it.each([
    ['wazzup-v2', 'https://*.wazzup24.com'],
    ['wazzup-v3', 'https://*.wazzup24.com'],
    ['wazzup-tech', 'https://*.wazzup24.com'],
  ])('allows what the kit needs with %s, and nothing else', async (vendor, frames) => {
    const { exitCode, stdout } = await csp(['--vendor', vendor])
    expect(exitCode).toBe(0)
    expect(stdout).toBe(
      `${name}default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ${frames}; frame-src ${frames}`,
    )
  })

  it('allows no frames of a vendor without windows', async () => {
    const { stdout } = await csp(['--vendor', 'whatomate'])
    expect(read(stdout)[0]).toMatchObject({ 'connect-src': ["'self'"] })
    expect(read(stdout)[0]).not.toHaveProperty('frame-src')
  })

  it.each([
    [['--sandbox'], {}, 'http://127.0.0.1:4010'],
    [['--sandbox', '--nonce'], {}, 'http://127.0.0.1:4010'],
    [['--sandbox'], { SANDBOX_PORT: '4011' }, 'http://127.0.0.1:4011'],
    [['--sandbox', 'http://sandbox.internal:80/phone'], {}, 'http://sandbox.internal'],
    [['--sandbox=http://127.0.0.1:4012'], {}, 'http://127.0.0.1:4012'],
  ])('allows frames of the sandbox: %j %j', async (args, env, origin) => {
    const [policy] = read((await csp(args, env)).stdout)
    expect(policy).toMatchObject({ 'frame-src': [origin], 'connect-src': ["'self'", origin] })
  })

  it('takes the vendor of a configuration, or its address', async () => {
    const own = await csp(['--config', writeV2Config()], { WAZZUP_API_KEY: 'k'.repeat(32) })
    expect(read(own.stdout)[0]).toMatchObject({ 'frame-src': ['https://*.wazzup24.com'] })
    const same = { WAZZUP_API_KEY: 'k'.repeat(32), VENDOR_URL: 'https://api.wazzup24.com' }
    expect(await csp(['--config', writeV2Config()], same)).toEqual(own)
    const VENDOR_URL = 'http://127.0.0.1:4010/tech'
    const local = await csp(['--config', writeV2Config()], { WAZZUP_API_KEY: 'k'.repeat(32), VENDOR_URL })
    expect(read(local.stdout)[0]).toMatchObject({ 'frame-src': ['http://127.0.0.1:4010'] })
    const relay = { WAZZUP_API_KEY: 'k'.repeat(32), VENDOR_URL: 'https://relay.example.com' }
    expect(read((await csp(['--config', writeV2Config()], relay)).stdout)[0]).toMatchObject({
      'frame-src': ['https://*.wazzup24.com', 'https://relay.example.com'],
    })
  })

  it('asks for the origin of windows that a backend of its own opens', async () => {
    const file = writeConfig(`export default {
      backend: { name: 'own', chatTypes: [], redact: (text) => text,
        windows: { scopes: ['global'], create: () => {}, isOwnUrl: () => true } },
      identify: () => null,
    }`)
    const unknown = await csp(['--config', file])
    expect(unknown).toMatchObject({ exitCode: 2, stdout: '' })
    expect(unknown.stderr).toContain('has a backend of its own')
    const named = await csp(['--config', file, '--frame', 'https://a.com/x', '--frame', 'https://b.com'])
    expect(read(named.stdout)[0]).toMatchObject({ 'frame-src': ['https://a.com', 'https://b.com'] })
  })

  it('writes no key, whatever a configuration throws', async () => {
    const file = writeConfig(`export default ({ env }) => { throw new Error('cannot use ' + env.WAZZUP_API_KEY) }`)
    const { exitCode, stdout, stderr } = await csp(['--config', file], { WAZZUP_API_KEY: 'canary-key-123456' })
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain('cannot use [redacted]')
  })

  it('names what is invalid in a configuration', async () => {
    const { exitCode, stderr } = await csp(['--config', writeV2Config()])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('apiKey')
  })

  it('allows a proxy of another origin', async () => {
    const [policy] = read((await csp([...wazzup, '--url', 'https://chat.example.com/chat'])).stdout)
    expect(policy).toMatchObject({ 'connect-src': ['https://chat.example.com', 'https://*.wazzup24.com'] })
  })

  it('allows the icons of a tab badge on request', async () => {
    expect(read((await csp([...wazzup, '--tab-badge'])).stdout)[0]).toMatchObject({ 'img-src': ["'self'", 'data:'] })
    const { stdout, stderr } = await csp([...wazzup, '--tab-badge', '--policy', 'img-src cdn.example.com'])
    expect(missingIn(stderr)).toEqual(['img-src data:'])
    expect(read(stdout)).toEqual([{ 'img-src': ['cdn.example.com', 'data:'] }])
  })

  it('has a nonce for scripts and styles on request', async () => {
    const [policy] = read((await csp([...wazzup, '--nonce'])).stdout)
    expect(policy).toMatchObject({ 'script-src': ["'nonce-{NONCE}'"], 'style-src': ["'nonce-{NONCE}'"] })
  })
})

describe('a policy of the page', () => {
  it.each<[policy: string, missing: string[], result: Record<string, string[]>]>([
    [
      "default-src 'self'",
      ['connect-src https://*.wazzup24.com', 'frame-src https://*.wazzup24.com'],
      {
        'default-src': ["'self'"],
        'connect-src': ["'self'", 'https://*.wazzup24.com'],
        'frame-src': ["'self'", 'https://*.wazzup24.com'],
      },
    ],
    [
      "default-src 'self' 'unsafe-inline' 'nonce-r4nd0m' data:; connect-src https:; frame-src 'NONE'",
      ['frame-src https://*.wazzup24.com'],
      {
        'default-src': ["'self'", "'unsafe-inline'", "'nonce-{NONCE}'", 'data:'],
        'connect-src': ['https:'],
        'frame-src': ['https://*.wazzup24.com'],
      },
    ],
    [
      "child-src 'self' blob:; connect-src 'self' https://1.wazzup24.com",
      ['frame-src https://*.wazzup24.com'],
      {
        'child-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", 'https://1.wazzup24.com'],
        'frame-src': ["'self'", 'blob:', 'https://*.wazzup24.com'],
      },
    ],
    [
      "script-src 'strict-dynamic'; style-src 'unsafe-inline'; object-src 'none'",
      ["script-src 'nonce-{NONCE}'", "style-src 'self'"],
      {
        'script-src': ["'strict-dynamic'", "'nonce-{NONCE}'"],
        'style-src': ["'unsafe-inline'", "'self'"],
        'object-src': ["'none'"],
      },
    ],
    [
      "script-src 'sha256-abc='; script-src-elem 'none'; style-src-elem cdn.example.com",
      ["script-src 'self'"],
      {
        'script-src': ["'sha256-abc='"],
        'script-src-elem': ["'self'"],
        'style-src-elem': ['cdn.example.com'],
      },
    ],
    [
      "default-src 'strict-dynamic' 'self' data:; script-src data:",
      ["script-src 'self'", 'connect-src https://*.wazzup24.com', 'frame-src https://*.wazzup24.com'],
      {
        'default-src': ["'strict-dynamic'", "'self'", 'data:'],
        'script-src': ['data:', "'self'"],
        'connect-src': ["'self'", 'data:', 'https://*.wazzup24.com'],
        'frame-src': ["'self'", 'data:', 'https://*.wazzup24.com'],
      },
    ],
    ['upgrade-insecure-requests', [], { 'upgrade-insecure-requests': [] }],
    ["script-src 'strict-dynamic' 'sha256-abc='", [], { 'script-src': ["'strict-dynamic'", "'sha256-abc='"] }],
  ])('keeps what it says, and gets what is missing: %s', async (policy, missing, result) => {
    const extended = await csp([...wazzup, '--policy', policy])
    expect(missingIn(extended.stderr)).toEqual(missing)
    expect(extended.exitCode).toBe(missing.length > 0 ? 1 : 0)
    expect(read(extended.stdout)).toEqual([result])
  })

  it('needs nothing more once it was extended', async () => {
    const sources = fc.subarray([
      "'self'",
      "'none'",
      'https:',
      '*.wazzup24.com',
      "'strict-dynamic'",
      "'nonce-a'",
      'a.com',
    ])
    const kinds = ['default-src', 'script-src', 'script-src-elem', 'style-src', 'connect-src', 'child-src', 'frame-src']
    const policies = fc.dictionary(fc.constantFrom(...kinds), sources, { minKeys: 1 })
    await fc.assert(
      fc.asyncProperty(policies, fc.boolean(), async (policy, hasNonce) => {
        const text = Object.entries(policy).map((entry) => entry.flat().join(' '))
        const args = [...wazzup, ...(hasNonce ? ['--nonce'] : []), '--policy']
        const first = await csp([...args, text.join('; ')])
        const second = await csp([...args, first.stdout])
        expect(second).toEqual({ exitCode: 0, stdout: first.stdout, stderr: expect.stringContaining('✓') })
        const [before = {}] = read(`${name}${text.join('; ')}`)
        const [after = {}] = read(first.stdout)
        for (const [kind, allowed] of Object.entries(before)) {
          const kept = allowed
            .filter((each) => each !== "'none'")
            .map((each) => each.replace('nonce-a', 'nonce-{NONCE}'))
          expect(after[kind]).toEqual(expect.arrayContaining(kept))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('is read from the headers and the elements of a page, each of which must allow the chats', async () => {
    const page = await startServer((_, response) =>
      response
        .writeHead(200, { 'content-security-policy': "default-src 'self' https://*.wazzup24.com, frame-src 'none'" })
        .end(`<meta http-equiv="Content-Security-Policy" content="connect-src 'none'">`),
    )
    const { exitCode, stdout, stderr } = await csp([...wazzup, '--page', `${page}/login`, '--url', `${page}/chat`])
    expect(exitCode).toBe(1)
    expect(read(stdout)).toEqual([
      { 'default-src': ["'self'", 'https://*.wazzup24.com'] },
      { 'frame-src': ['https://*.wazzup24.com'] },
      { 'connect-src': ["'self'", 'https://*.wazzup24.com'] },
    ])
    expect(missingIn(stderr)).toHaveLength(3)
  })

  it('may be missing on a page', async () => {
    const page = await startServer((_, response) => response.end('<!doctype html>'))
    const { exitCode, stdout } = await csp([...wazzup, '--page', page])
    expect(exitCode).toBe(0)
    expect(stdout).toContain("default-src 'none'")
  })

  it('that is tried out is extended with --report-only', async () => {
    const page = await startServer((_, response) =>
      response
        .writeHead(200, {
          'content-security-policy': "frame-ancestors 'self'",
          'content-security-policy-report-only': "frame-src 'none'; report-to csp",
        })
        .end(),
    )
    const tried = await csp([...wazzup, '--page', page, '--report-only'])
    expect(tried.stdout).toBe('Content-Security-Policy-Report-Only: frame-src https://*.wazzup24.com; report-to csp')
    expect((await csp([...wazzup, '--page', page])).stdout).toBe(`${name}frame-ancestors 'self'`)
  })

  it('is read from the standard input of a process', async () => {
    const input = "content-security-policy: default-src 'self'\r\nContent-Security-Policy: frame-src 'none'\r\n"
    const { exited, output } = spawnCli(['csp', ...wazzup, '--policy', '-'], { input })
    expect(await exited).toBe(1)
    expect(read(output.stdout.trimEnd())).toEqual([
      {
        'default-src': ["'self'"],
        'connect-src': ["'self'", 'https://*.wazzup24.com'],
        'frame-src': ["'self'", 'https://*.wazzup24.com'],
      },
      { 'frame-src': ['https://*.wazzup24.com'] },
    ])
  })

  it('is not read without an end', async () => {
    let chunks = 0
    const endless = Readable.from(
      (function* () {
        for (; chunks < 1_000; chunks += 1) yield new Uint8Array(65_536).fill(97)
      })(),
    )
    const run = runCli(['csp', ...wazzup, '--policy', '-'], { readInput: () => readText(endless) })
    expect(await run.exited).toBe(1)
    expect(run.output.stderr).toBe('crm-chat: The policy is longer than 65536 characters.\n')
    expect(chunks).toBeLessThan(100)
  })
})

describe('a page that cannot be read', () => {
  it('is named without its query, and is a failure', async () => {
    const away = await csp([...wazzup, '--page', `${await findClosedPort()}/login?token=1`])
    expect(away).toMatchObject({ exitCode: 1, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') })
    const forbidden = await startServer((_, response) => response.writeHead(403).end())
    const { stderr } = await csp([...wazzup, '--page', `${forbidden}/login?token=1`])
    expect(stderr).toContain(`The page ${forbidden}/login cannot be read: it responds with 403.`)
  })
})

describe('a format', () => {
  const given = ['--sandbox', '--nonce', '--policy', "default-src 'none'; trusted-types a&b; upgrade-insecure-requests"]

  it('for a <meta> element says the same as the header', async () => {
    const header = await csp(given)
    const meta = await csp([...given, '--format', 'meta'])
    expect(meta.stdout).toContain('a&amp;b')
    expect(parsePolicies({ header: null, html: meta.stdout })).toEqual(
      parsePolicies({ header: header.stdout.slice(name.length) }),
    )
  })

  it('for nginx is one directive, whose nonce is the id of the request', async () => {
    const { stdout } = await csp([...given, '--format', 'nginx'])
    const [, text = ''] = /^add_header Content-Security-Policy "([^"\\\n]*)" always;$/.exec(stdout) ?? []
    const header = await csp(given)
    expect(text).toBe(header.stdout.slice(name.length).replaceAll('{NONCE}', '$request_id'))
    expect(text.match(/\$\w+/g)).toEqual(['$request_id', '$request_id'])
  })

  it.each([
    [given, false],
    [['--sandbox', '--policy', 'frame-src a.com', '--report-only'], true],
  ])('for helmet runs, and says the same: %j', async (args, isReportOnly) => {
    const { stdout } = await csp([...args, '--format', 'helmet'])
    const middleware = run(stdout)
    expect(middleware).toMatchObject({ useDefaults: false, reportOnly: isReportOnly })
    const header = (await csp(args)).stdout.replace('{NONCE}', 'abc').replace('{NONCE}', 'abc')
    const [expected = {}] = parsePolicies({ header: header.replace(/^[\w-]+: /, '') }).map(Object.fromEntries)
    expect(middleware.directives).toEqual({
      ...('default-src' in expected ? {} : { 'default-src': disabled }),
      ...expected,
    })
  })

  const disabled = Symbol('disabled')

  /** Runs the code with stand-ins for Express and helmet. Functions are called as helmet calls them. */
  function run(code: string) {
    const use = (options: unknown) => options
    const helmet = {
      contentSecurityPolicy: Object.assign(
        ({ directives, ...rest }: { directives: Record<string, unknown> }) => ({
          ...rest,
          directives: Object.fromEntries(
            Object.entries(directives).map(([kind, sources]) => [
              kind,
              Array.isArray(sources)
                ? sources.map((source) =>
                    typeof source === 'function' ? source({}, { locals: { nonce: 'abc' } }) : source,
                  )
                : sources,
            ]),
          ),
        }),
        { dangerouslyDisableDefaultSrc: disabled },
      ),
    }
    return new Function('app', 'helmet', `return ${code}`)({ use }, helmet)
  }

  it('is refused where it cannot hold the policy', async () => {
    const ancestors = await csp(['--sandbox', '--policy', "frame-ancestors 'none'", '--format', 'meta'])
    expect(ancestors).toMatchObject({ exitCode: 1, stdout: '' })
    expect(ancestors.stderr).toContain('ignore frame-ancestors in a <meta> element')
    const two = ['--sandbox', '--policy', 'img-src a.com, img-src b.com', '--format', 'helmet']
    expect(await csp(two)).toMatchObject({ exitCode: 2, stdout: '' })
  })
})

describe('exits with 2', () => {
  it.each([
    [[], 'one of --config <file>, --vendor <name> and --sandbox'],
    [['--sandbox', '--vendor', 'wazzup-v3'], 'one of --config <file>'],
    [['--vendor', 'constructor'], '--vendor must be one of wazzup-v2, wazzup-v3, wazzup-tech, whatomate.'],
    [['--sandbox', 'phone'], '--sandbox must be an http or https address'],
    [['--sandbox', '--url', 'chat.example.com'], '--url must be'],
    [['--sandbox', '--frame', 'javascript:1'], '--frame must be'],
    [['--sandbox', '--page', 'x'], '--page must be'],
    [['--sandbox', '--page', 'http://a', '--policy', 'img-src a'], 'not from both'],
    [['--sandbox', '--policy', ' ; '], '--policy has no directive'],
    [['--sandbox', '--format', 'json'], '--format must be one of header, meta, nginx, helmet.'],
    [['--sandbox', '--format', 'meta', '--report-only'], '--report-only needs a header'],
    [['--config', './nowhere.mjs'], 'There is no file ./nowhere.mjs.'],
    [['--sandbox', '--nonces'], 'There is no option --nonces. See --help.'],
  ])('for %j', async (args, sentence) => {
    const { exitCode, stdout, stderr } = await csp(args)
    expect([exitCode, stdout]).toEqual([2, ''])
    expect(stderr).toContain(sentence)
  })
})

it.each(['img-src "a.com"', 'img-src a.com/$b', 'img-src a.com\\', 'img-src <a>', 'img-src é.com', 'img-src a.com`'])(
  'refuses a policy that would end the text of a format: %s',
  async (policy) => {
    const { exitCode, stdout, stderr } = await csp([...wazzup, '--policy', policy, '--format', 'nginx'])
    expect([exitCode, stdout]).toEqual([1, ''])
    expect(stderr).toContain('has a character that no directive and no address needs')
  },
)
