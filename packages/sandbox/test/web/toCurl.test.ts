import { expect, it } from 'vitest'
import { toCurl } from '../../web/inspector/requests/toCurl.ts'
import { callSandbox } from '../callSandbox.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { runCommand } from '../runCommand.ts'
import { startSandbox } from '../startSandbox.ts'

const text = `It's "50% off", isn't it? $HOME \`id\``

it.each([
  ['redacted', 'Basic …'],
  ['plain, with special characters', 'Basic $a`b"c'],
])('builds a command that repeats the request, quotes included, with a key that is %s', async (_, authorization) => {
  const sandbox = await startSandbox({ apiKey: '$a`b"c' })
  const command = toCurl(
    {
      method: 'POST',
      path: '/v2/send_message',
      headers: { authorization, 'content-type': 'application/json', host: 'crm' },
      body: { ...ann, channelId: channelIds.whatsapp, text },
    },
    sandbox.url,
  )
  await runCommand(command, sandbox)
  expect(await getMessages(sandbox, ann)).toMatchObject([{ text }])
})

it('sends the fields of a form as JSON', async () => {
  const sandbox = await startSandbox()
  const rawBody = new URLSearchParams({ ...ann, channelId: channelIds.whatsapp, text }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  await callSandbox(sandbox, 'POST /v2/send_message', { rawBody, headers })
  const [request] = sandbox.requests()
  if (request) await runCommand(toCurl(request, sandbox.url), sandbox)
  expect(await getMessages(sandbox, ann)).toMatchObject([{ text }, { text }])
})

it('leaves the key to the shell', () => {
  const headers = { authorization: 'Bearer …' }
  const command = toCurl({ method: 'GET', path: '/v3/users', headers, body: null }, 'http://127.0.0.1:4010')
  expect(command).toBe(`curl -X GET 'http://127.0.0.1:4010/v3/users' \\\n  -H "authorization: Bearer $SANDBOX_KEY"`)
})
