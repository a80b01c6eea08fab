import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import { readPage } from './readPage.ts'

it('serves the page at every page address, and lets nothing keep it', async () => {
  const crm = await startTestCrm()
  for (const path of ['/', '/login', '/contacts/maria-lindqvist', '/chats', '/no/such/page']) {
    const response = await crm.visitor().get(path)
    expect(response.status, path).toBe(200)
    expect(response.text, path).toContain('<title>Northdesk</title>')
    expect(response.headers.get('content-type'), path).toContain('text/html')
    expect(response.headers.get('cache-control'), path).toBe('no-store')
  }
})

it('writes the user and the settings into the page', async () => {
  const crm = await startTestCrm()
  const read = (html: string): unknown =>
    JSON.parse(/<script [^>]*id="page-start">(.*?)<\/script>/.exec(html)?.[1] ?? '')
  const ann = await crm.logIn('ann')
  for (const path of ['/', '/index.html', '/contacts'])
    expect(read((await ann.get(path)).text), path).toEqual({
      me: (await ann.get('/api/me')).body,
      settings: (await ann.get('/api/settings')).body,
    })
  expect(read((await crm.visitor().get('/contacts')).text)).toEqual({ me: { user: null }, settings: null })
})

it('writes no tag of a name into the page', () => {
  const root = mkdtempSync(join(tmpdir(), 'crm-page-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'index.html'), '<script type="application/json" id="page-start"></script>')
  const user = { id: 'eve', name: '</script><script>alert(1)</script>', title: '<!--', role: 'sales' as const }
  const html = readPage(root)({ me: { user }, settings: null })
  expect(html.match(/<[^>]*>?/g)).toEqual(['<script type="application/json" id="page-start">', '</script>'])
  expect(JSON.parse(html.replace(/<[^>]*>/g, ''))).toEqual({ me: { user }, settings: null })
})

it('lets browsers cache content-hashed files', async () => {
  const crm = await startTestCrm()
  const { headers } = await crm.visitor().get('/assets/index-abc.js')
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-type')).toContain('text/javascript')
})

it('sends files compressed to browsers that take it, and as they are to others', async () => {
  const crm = await startTestCrm()
  for (const encoding of ['br', 'identity']) {
    const response = await fetch(`${crm.url}/assets/index-abc.js`, { headers: { 'accept-encoding': encoding } })
    expect(response.headers.get('content-encoding'), encoding).toBe(encoding === 'br' ? 'br' : null)
    expect(response.headers.get('content-type'), encoding).toContain('text/javascript')
    expect(response.headers.get('cache-control'), encoding).toContain('immutable')
    expect(await response.text(), encoding).toBe('export {}')
  }
})

it('responds 404 for a missing file and an unknown API route', async () => {
  const crm = await startTestCrm()
  const file = await crm.visitor().get('/assets/old.js')
  expect([file.status, file.headers.get('cache-control')]).toEqual([404, 'no-cache'])
  const route = await crm.visitor().get('/api/nothing')
  expect(route.status).toBe(404)
  expect(route.body).toMatchObject({ error: { code: 'not_found' } })
})

it.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc/passwd', '/%2e%2e/secret'])(
  'serves nothing outside its folder for %s',
  async (path) => {
    const crm = await startTestCrm()
    const { text } = await crm.visitor().get(path)
    expect(text).toMatch(/Northdesk|File not found/)
  },
)

it('explains how to build the pages when they are missing', async () => {
  const crm = await startTestCrm({ webRoot: '/nonexistent' })
  const { status, text } = await crm.visitor().get('/')
  expect(status).toBe(404)
  expect(text).toContain('build')
})
