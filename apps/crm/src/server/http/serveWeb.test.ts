import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it('serves the page at every page address, revalidated each time', async () => {
  const crm = await startTestCrm()
  for (const path of ['/', '/login', '/contacts/maria-lindqvist', '/chats', '/no/such/page']) {
    const response = await crm.visitor().get(path)
    expect(response.status, path).toBe(200)
    expect(response.text, path).toContain('<title>Northdesk</title>')
    expect(response.headers.get('content-type'), path).toContain('text/html')
    expect(response.headers.get('cache-control'), path).toBe('no-cache')
  }
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
