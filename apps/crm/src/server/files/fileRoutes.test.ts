import { createSandbox, type Sandbox } from 'crm-chat-sandbox'
import { expect, it, onTestFinished } from 'vitest'
import { startTestCrm, type TestCrm } from '../../../test/startTestCrm.ts'
import type { Vendor } from '../../api/settings.ts'

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
const marias = { chatType: 'whatsapp', chatId: '79998887766' } as const
const dayMs = 24 * 60 * 60 * 1_000

async function upload(crm: TestCrm, { bytes = png, name = 'Lamp.png', isLoggedIn = true } = {}): Promise<Response> {
  const visitor = isLoggedIn ? await crm.logIn('ann') : crm.visitor()
  return fetch(`${crm.url}/chat/files`, {
    method: 'POST',
    headers: {
      cookie: visitor.cookie(),
      origin: crm.url,
      'sec-fetch-site': 'same-origin',
      'x-crm-chat': '1',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body: bytes,
  })
}

const linkOf = async (response: Response): Promise<string> => ((await response.json()) as { url: string }).url // 201 only.

it('hands a file to whoever has its link, as a download that no browser runs', async () => {
  const crm = await startTestCrm()
  const uploaded = await upload(crm, { name: 'Lamp (1).png' })
  expect(uploaded.status).toBe(201)
  const link = await linkOf(uploaded)
  expect(link).toMatch(new RegExp(`^${crm.url}/files/[0-9a-z]+_[\\w-]{32}/Lamp%20\\(1\\)\\.png$`))
  const response = await fetch(link)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': "attachment; filename*=UTF-8''Lamp%20%281%29.png",
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
    'cache-control': 'private, no-store',
  })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(png)
})

it('takes files of users only, and none that a browser would run', async () => {
  const crm = await startTestCrm()
  expect((await upload(crm, { isLoggedIn: false })).status).toBe(401)
  const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
  expect((await upload(crm, { bytes: page, name: 'photo.png' })).status).toBe(415)
})

it.each(['', '/a', '/0_x/photo.png', '/..%2fcrm.sqlite/x', `/${'0_'.padEnd(34, 'A')}/photo.png`])(
  'finds nothing at /files%s',
  async (path) => {
    const crm = await startTestCrm()
    const response = await fetch(`${crm.url}/files${path}`)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
  },
)

it('ends a link after a day', async () => {
  let time = Date.now()
  const crm = await startTestCrm({ now: () => time })
  const link = await linkOf(await upload(crm))
  time += dayMs
  expect((await fetch(link)).status).toBe(200)
  time += 1
  expect((await fetch(link)).status).toBe(404)
})

async function startBoth(vendor: Vendor): Promise<{ crm: TestCrm; sandbox: Sandbox }> {
  const sandbox = await createSandbox({ port: 0 })
  onTestFinished(() => sandbox.close())
  const whatomate = { apiKey: sandbox.whatomateKey, baseUrl: `${sandbox.url}/whatomate` }
  const crm = await startTestCrm({ vendor, apiKey: sandbox.apiKey, wazzupUrl: sandbox.url, whatomate })
  return { sandbox, crm }
}

it.each(['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] as const)(
  'sends a photo to a customer over %s',
  async (vendor) => {
    const { crm, sandbox } = await startBoth(vendor)
    await sandbox.simulate.message({ ...marias, text: 'Which one?' })
    const fileUrl = await linkOf(await upload(crm))
    const ann = await crm.logIn('ann')
    const channels = (await ann.get('/chat/channels')).body as { channels?: { id: string; chatType?: string }[] }
    const channelId = channels.channels?.find(({ chatType }) => chatType === 'whatsapp')?.id
    const sent = await ann.post('/chat/messages', { to: marias, fileUrl, ...(channelId && { channelId }) })
    expect(sent).toMatchObject({ status: 202 })
    const lastFile = async (): Promise<string> => (await listMessages(sandbox)).at(-1)?.content ?? ''
    await expect.poll(lastFile).toMatch(/\/Lamp\.png$/)
    const bytes = await fetch(await lastFile()).then((response) => response.arrayBuffer())
    expect(new Uint8Array(bytes)).toEqual(png)
  },
)

/** Messages on the customer's phone. */
async function listMessages({ url }: Sandbox): Promise<{ content: string | null }[]> {
  const response = await fetch(`${url}/_sandbox/messages?${new URLSearchParams(marias)}`)
  return ((await response.json()) as { messages: { content: string | null }[] }).messages // The sandbox's own shape.
}

it('offers no files where the vendor could not fetch them', async () => {
  const crm = await startTestCrm({ wazzupUrl: 'https://api.wazzup24.example' })
  const { body } = await (await crm.logIn('ann')).get('/chat/session')
  expect(body).toMatchObject({ capabilities: expect.not.arrayContaining(['files']) })
  expect(body).toMatchObject({ capabilities: expect.arrayContaining(['messages']) })
})
