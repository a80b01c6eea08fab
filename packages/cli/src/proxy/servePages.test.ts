import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { type IncomingHttpHeaders, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runCli } from '../../test/runCli.ts'

/** Makes a folder of files. */
async function makeFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'crm-chat-pages-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return folder
}

async function serve(folder: string): Promise<string> {
  const run = runCli(['proxy', '--sandbox', '--port', '0', '--sandbox-port', '0', '--pages', folder])
  await expect.poll(() => run.output.stdout).toContain('Ctrl+C')
  return /http:\/\/[\d.:]+/.exec(run.output.stdout)?.[0] ?? ''
}

interface Reply {
  status: number | undefined
  headers: IncomingHttpHeaders
  text: string
}

/** Sends a path as it is: `fetch` would resolve its dots. */
function get(
  url: string,
  { path, host, method = 'GET' }: { path: string; host?: string; method?: string },
): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    request({ host: hostname, port, path, method, headers: { host: host ?? `${hostname}:${port}` } }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }))
    })
      .on('error', reject)
      .end()
  })
}

it('serves pages, what they load, and the proxy beside them', async () => {
  const url = await serve(
    await makeFolder({ 'index.html': '<p>Home', 'deals/index.html': '<p>Deals', 'a b.js': 'let a', 'empty.css': '' }),
  )
  for (const [path, type, text] of [
    ['/', 'text/html; charset=utf-8', '<p>Home'],
    ['/index.html?from=mail', 'text/html; charset=utf-8', '<p>Home'],
    ['/deals/', 'text/html; charset=utf-8', '<p>Deals'],
    ['/a%20b.js', 'text/javascript; charset=utf-8', 'let a'],
    ['/empty.css', 'text/css; charset=utf-8', ''],
  ] as const) {
    const { status, headers, text: body } = await get(url, { path })
    expect([path, status, headers['content-type'], body]).toEqual([path, 200, type, text])
  }
  expect(await get(url, { path: '/', method: 'HEAD' })).toMatchObject({ status: 200, text: '' })
  expect((await get(url, { path: '/favicon.ico' })).status).toBe(204)
  expect((await get(url, { path: '/chat/session' })).text).toContain('Demo User')
})

it('serves no hidden file, nothing outside of the folder, and no other kind of file', async () => {
  const outside = await makeFolder({ 'secret.js': 'secret' })
  const folder = await makeFolder({
    'index.html': '',
    '.env': 'secret',
    '.env.js': 'secret',
    '.git/config.json': 'secret',
    'server.pem': 'secret',
    'data.sqlite': 'secret',
    'no-ending': 'secret',
  })
  await symlink(join(outside, 'secret.js'), join(folder, 'link.js'))
  await symlink(join(folder, '.env.js'), join(folder, 'hidden.js'))
  await symlink(outside, join(folder, 'other'))
  const url = await serve(folder)
  const paths = ['/.env', '/.env.js', '/%2eenv.js', '/.git/config.json', '/deals/%2e%2e/.env.js', '/server.pem']
  const around = [`/../${outside.split('/').at(-1)}/secret.js`, `/%2e%2e%2f${outside.split('/').at(-1)}%2fsecret.js`]
  const odd = [
    '/..%5csecret.js',
    '/link.js',
    '/hidden.js',
    '/other/secret.js',
    '/%',
    '/a%00.js',
    '/data.sqlite',
    '/no-ending',
    '/deals',
  ]
  for (const path of [...paths, ...around, ...odd]) {
    const { status, text } = await get(url, { path })
    expect([path, status, text]).toEqual([path, 404, 'not found\n'])
  }
  expect((await get(url, { path: '/', method: 'POST' })).status).toBe(404)
})

it('serves packages that pnpm has linked into the folder', async () => {
  const folder = await makeFolder({ 'node_modules/.pnpm/kit@1/node_modules/kit/loader.js': 'let kit' })
  await symlink(join(folder, 'node_modules/.pnpm/kit@1/node_modules/kit'), join(folder, 'node_modules/kit'))
  expect((await get(await serve(folder), { path: '/node_modules/kit/loader.js' })).text).toBe('let kit')
})

it('gives files to no page of another origin', async () => {
  const url = await serve(await makeFolder({ 'index.html': '<p>Home' }))
  expect((await get(url, { path: '/', host: 'evil.example.com' })).status).toBe(404)
  const { headers } = await fetch(url, { headers: { origin: 'http://localhost:5173' } })
  expect(headers.get('access-control-allow-origin')).toBeNull()
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
})

it('says that an index.html is missing', async () => {
  const { status, text } = await get(await serve(await makeFolder({})), { path: '/' })
  expect(status).toBe(404)
  expect(text).toContain('There is no index.html in')
})

it.each([
  ['a folder that is missing', ['--sandbox', '--pages', '/no/such/folder'], '--pages must be a folder'],
  ['pages without the sandbox', ['--config', 'x.mjs', '--pages', '.'], '--pages goes with --sandbox only'],
])('refuses %s', async (_, args, message) => {
  const run = runCli(['proxy', '--port', '0', ...(args.includes('--sandbox') ? ['--sandbox-port', '0'] : []), ...args])
  run.stop() // One that has started would go on for ever.
  expect(await run.exited).toBe(2)
  expect(run.output.stderr).toContain(message)
})
