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
