import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'
import type { PageStart } from '../../api/pageStart.ts'
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

const readStart = (html: string): PageStart =>
  JSON.parse(/<script [^>]*id="page-start">(.*?)<\/script>/.exec(html)?.[1] ?? '')

it('writes the user, the settings and the time into the page', async () => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  for (const path of ['/', '/index.html', '/admin/settings']) {
    const before = Date.now()
    const start = readStart((await ann.get(path)).text)
    expect(start, path).toEqual({
      me: (await ann.get('/api/me')).body,
      settings: (await ann.get('/api/settings')).body,
      responses: { '/users': (await ann.get('/api/users')).body },
      readAt: expect.any(Number),
    })
    expect(start.readAt).toBeGreaterThanOrEqual(before)
  }
  expect(readStart((await crm.visitor().get('/contacts')).text)).toMatchObject({
    me: { user: null },
    settings: null,
    responses: {},
  })
})

const card = '/contacts/maria-lindqvist'
it.each([
  ['/contacts', ['/contacts?limit=100&sort=waiting&order=asc']],
  [
    '/contacts?search=+ma+&ownerId=ann&chatType=whatsapp&waiting=true&sort=name&order=desc&dialog=new',
    ['/contacts?limit=100&search=ma&ownerId=ann&chatType=whatsapp&waiting=true&sort=name&order=desc'],
  ],
  ['/contacts?sort=nonsense', []],
  [card, [card, '/activity?contactId=maria-lindqvist&limit=30', '/deals?limit=20&contactId=maria-lindqvist']],
  ['/contacts/nobody', ['/activity?contactId=nobody&limit=30', '/deals?limit=20&contactId=nobody']],
  ['/contacts/%', ['/activity?contactId=%25&limit=30', '/deals?limit=20&contactId=%25']],
  ['/companies?search=moss', ['/companies?limit=100&search=moss&sort=name&order=asc']],
  ['/deals', ['/deals/board?limit=50']],
  ['/deals?view=list', []],
  ['/deals/bedside-lamps', ['/deals/bedside-lamps', '/activity?dealId=bedside-lamps&limit=30', card]],
  ['/tasks', ['/tasks?limit=100&status=open&ownerId=ann&sort=dueAt&order=asc']],
  ['/tasks?ownerId=all', ['/tasks?limit=100&status=open&sort=dueAt&order=asc']],
  ['/tasks?status=done', []],
  ['/chats', ['/waiting?limit=100']],
])('writes what the page asks for first into %s', async (path, expected) => {
  const crm = await startTestCrm()
  const ann = await crm.logIn('ann')
  const { responses } = readStart((await ann.get(path)).text)
  const { '/users': _users, ...own } = responses
  const bodies = await Promise.all(expected.map(async (each) => [each, (await ann.get(`/api${each}`)).body] as const))
  expect(own).toEqual(Object.fromEntries(bodies.filter(([, body]) => !Object.hasOwn(body as object, 'error'))))
})

it('writes nothing of a colleague’s into the page', async () => {
  const crm = await startTestCrm()
  const ben = await crm.logIn('ben')
  const page = await ben.get(card)
  expect(Object.keys(readStart(page.text).responses)).not.toContain(card)
  expect(page.text).not.toContain('Lindqvist')
})

it('writes no tag of a name into the page', () => {
  const root = mkdtempSync(join(tmpdir(), 'crm-page-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  writeFileSync(join(root, 'index.html'), '<script type="application/json" id="page-start"></script>')
  const user = { id: 'eve', name: '</script><script>alert(1)</script>', title: '<!--', role: 'sales' as const }
  const start = { me: { user }, settings: null, responses: { '/users': [user] }, readAt: 1 }
  const html = readPage(root)(start, '/contacts')
  expect(html.match(/<[^>]*>?/g)).toEqual(['<script type="application/json" id="page-start">', '</script>'])
  expect(JSON.parse(html.replace(/<[^>]*>/g, ''))).toEqual(start)
})

it('lets a page load its own scripts along with the main one, and not those of other pages', () => {
  const root = mkdtempSync(join(tmpdir(), 'crm-page-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [all, board] = ['<link href="/all.js">', '<link data-page="/deals" href="/board.js">']
  writeFileSync(join(root, 'index.html'), `<script type="application/json" id="page-start"></script>${all}${board}`)
  const write = readPage(root)
  const start = { me: { user: null }, settings: null, responses: {}, readAt: 1 }
  expect(write(start, '/deals')).toContain(all + board)
  expect(write(start, '/contacts')).toContain(all)
  expect(write(start, '/contacts')).not.toContain('board.js')
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
