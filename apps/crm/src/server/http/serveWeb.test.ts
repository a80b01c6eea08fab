import { expect, it } from 'vitest'
import { startTestCrm } from '../../../test/startTestCrm.ts'

it('answers every page’s address with the one page, which is asked for anew each time', async () => {
  const crm = await startTestCrm()
  for (const path of ['/', '/login', '/contacts/maria-lindqvist', '/chats', '/no/such/page']) {
    const answer = await crm.visitor().get(path)
    expect(answer.status, path).toBe(200)
    expect(answer.text, path).toContain('<title>Northdesk</title>')
    expect(answer.headers.get('content-type'), path).toContain('text/html')
    expect(answer.headers.get('cache-control'), path).toBe('no-cache')
  }
})

it('lets browsers keep files that are named by their content', async () => {
  const crm = await startTestCrm()
  const { headers } = await crm.visitor().get('/assets/index-abc.js')
  expect(headers.get('cache-control')).toContain('immutable')
  expect(headers.get('content-type')).toContain('text/javascript')
})

it('has no page in the place of a missing file or an unknown route of the API', async () => {
  const crm = await startTestCrm()
  const file = await crm.visitor().get('/assets/old.js')
  expect([file.status, file.headers.get('cache-control')]).toEqual([404, 'no-cache'])
  const route = await crm.visitor().get('/api/nothing')
  expect(route.status).toBe(404)
  expect(route.body).toMatchObject({ error: { code: 'not_found' } })
})

it.each(['/..%2f..%2fpackage.json', '/assets/..%2f..%2f..%2fetc/passwd', '/%2e%2e/secret'])(
  'serves nothing outside of its folder for %s',
  async (path) => {
    const crm = await startTestCrm()
    const { text } = await crm.visitor().get(path)
    expect(text).toMatch(/Northdesk|no such file/)
  },
)

it('says what to do when the pages are not built', async () => {
  const crm = await startTestCrm({ webRoot: '/nonexistent' })
  const { status, text } = await crm.visitor().get('/')
  expect(status).toBe(404)
  expect(text).toContain('build')
})
