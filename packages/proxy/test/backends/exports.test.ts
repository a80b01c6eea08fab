import { expect, it } from 'vitest'
import { createWebhookSink } from './createWebhookSink.ts'
import { ann, channelIds } from './people.ts'
import { need, shareSandbox } from './vendors.ts'

const open = shareSandbox()
const { signal } = new AbortController()

it('an export of the tech API is queued, under way and done, with a link to its file', async () => {
  const { backend, account, url } = await open('wazzup-tech')
  await account.simulate.message({ ...ann, text: 'Is it ready?' })
  const exports = need(backend, 'exports')
  const period = { from: '2020-01-01T00:00:00.000Z', to: '2035-01-01T00:00:00.000Z', channelId: channelIds.whatsapp }
  const { id, state } = await exports.create(period)
  expect(state).toBe('pending')
  account.clock.advance(1_000)
  await expect.poll(() => exports.read({ exportId: id, signal })).toEqual({ id, state: 'running' })
  account.clock.advance(1_000)
  await expect.poll(() => exports.read({ exportId: id, signal })).toMatchObject({ id, state: 'done' })
  const done = await exports.read({ exportId: id, signal })
  expect(done.url?.startsWith(url)).toBe(true)
  const file = await (await fetch(done.url ?? '')).text()
  expect(file).toContain('Is it ready?')
  expect(done.size).toBe(new TextEncoder().encode(file).length)
})

it('an export whose webhook failed is done all the same, and says so', async () => {
  const { backend, account } = await open('wazzup-tech')
  const exports = need(backend, 'exports')
  const webhooks = need(backend, 'webhooks')
  const { url } = await createWebhookSink({
    read: async (request) => {
      const events = await webhooks.read(request)
      if (events.some(({ kind }) => kind === 'export')) throw new Error('It takes no exports.')
      return events
    },
  })
  await webhooks.register({ url })
  const { id } = await exports.create({ from: '2020-01-01T00:00:00.000Z', to: '2035-01-01T00:00:00.000Z' })
  account.clock.advance(1_000)
  await expect.poll(() => exports.read({ exportId: id, signal })).toMatchObject({ state: 'running' })
  account.clock.advance(1_000)
  await expect
    .poll(() => exports.read({ exportId: id, signal }))
    .toMatchObject({ state: 'done', reason: 'webhook_failed', url: expect.any(String) })
})

it('a period of nothing is refused by the names of the request, and an unknown export is not found', async () => {
  const { backend } = await open('wazzup-tech')
  const exports = need(backend, 'exports')
  const moment = '2026-01-01T00:00:00.000Z'
  await expect(exports.create({ from: moment, to: moment })).rejects.toMatchObject({
    code: 'invalid_request',
    message: expect.stringMatching(/^to: /),
  })
  await expect(exports.read({ exportId: 'none', signal })).rejects.toMatchObject({ code: 'not_found' })
})
