import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '../../../test/makeFolder.ts'
import { serveInspector, servePage } from './servePage.ts'

async function buildPage(): Promise<string> {
  const folder = await makeFolder()
  await mkdir(join(folder, 'assets'))
  for (const page of ['chats', 'inspector']) {
    await mkdir(join(folder, page))
    await writeFile(join(folder, page, 'index.html'), `<title>${page}</title>`)
  }
  await writeFile(join(folder, 'assets', 'page.js'), 'start()')
  return folder
}

const request = (folder: string, path: string) =>
  new Hono({ strict: false }).route('/chat', servePage(folder)).request(path)

describe('the chats page', () => {
  it('is served with and without a slash at its end', async () => {
    const folder = await buildPage()
    for (const path of ['/chat/?token=x', '/chat?token=x']) {
      const response = await request(folder, path)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toContain('text/html')
      expect(await response.text()).toBe('<title>chats</title>')
    }
  })

  it('can be framed anywhere, is never cached, and sends no referrer', async () => {
    const { headers } = await request(await buildPage(), '/chat/')
    expect(headers.get('x-frame-options')).toBeNull()
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain('frame-ancestors *')
    expect(policy).not.toContain('unsafe')
  })

  it('loads its script and styles from the sandbox', async () => {
    const response = await request(await buildPage(), '/chat/assets/page.js')
    expect(response.headers.get('content-type')).toContain('text/javascript')
    expect(await response.text()).toBe('start()')
  })

  it.each(['/chat/../package.json', '/chat/%2e%2e/package.json', '/chat/..%2f..%2fpackage.json', '/chat/none.js'])(
    'responds 404 to %s',
    async (path) => {
      expect((await request(await buildPage(), path)).status).toBe(404)
    },
  )

  it('explains how to build it if it is not built', async () => {
    const response = await request(await makeFolder(), '/chat/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('pnpm --filter crm-chat-sandbox build')
  })
})

describe('the inspector', () => {
  const open = async (folder: string) =>
    new Hono({ strict: false }).route('/_sandbox', serveInspector(folder)).request('/_sandbox')

  it('is served, and cannot be framed', async () => {
    const response = await open(await buildPage())
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('<title>inspector</title>')
    const policy = response.headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
  })

  it('explains how to build it if it is not built', async () => {
    expect((await open(await makeFolder())).status).toBe(503)
  })
})
