import { expect, it } from 'vitest'
import * as z from 'zod'
import { callSandbox, refusal } from '../../test/callSandbox.ts'
import { channelIds } from '../../test/fixtures/channels.ts'
import { startSandbox } from '../../test/startSandbox.ts'

const linkSchema = z.object({ url: z.url() })

it('returns a link to the page that connects an existing or new channel', async () => {
  const sandbox = await startSandbox()
  const open = async (body: object) => {
    const { json } = await callSandbox(sandbox, 'POST /_sandbox/connect-links', { body })
    return (await fetch(linkSchema.parse(json).url)).text()
  }
  expect(await open({})).toContain('Where do your customers write to you?')
  expect(await open({ channelId: channelIds.whatsapp })).toContain('The channel is connected.')
})

it('returns no link for an unknown channel', async () => {
  const sandbox = await startSandbox()
  const answer = await callSandbox(sandbox, 'POST /_sandbox/connect-links', { body: { channelId: 'none' } })
  expect(answer).toMatchObject({ status: 404, json: refusal('CHANNEL_NOT_FOUND') })
})

it('redirects to the page that connects an existing channel, or one of a messenger', async () => {
  const sandbox = await startSandbox()
  const open = async (query: string) => (await fetch(`${sandbox.url}/_sandbox/connect-page${query}`)).text()
  expect(await open('')).toContain('Where do your customers write to you?')
  expect(await open('?transport=tgapi')).toContain('Connect Telegram')
  expect(await open(`?channelId=${channelIds.whatsapp}`)).toContain('The channel is connected.')
})

it('redirects nowhere for an unknown channel or messenger', async () => {
  const sandbox = await startSandbox()
  const open = (query: string) => callSandbox(sandbox, `GET /_sandbox/connect-page${query}`)
  expect(await open('?channelId=none')).toMatchObject({ status: 404, json: refusal('CHANNEL_NOT_FOUND') })
  expect(await open('?transport=icq')).toMatchObject({ status: 400 })
})
