import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { toCurl } from '../../web/sandbox/requests/toCurl.ts'
import { channelIds } from '../fixtures/channels.ts'
import { ann } from '../fixtures/people.ts'
import { getMessages } from '../getMessages.ts'
import { startSandbox } from '../startSandbox.ts'

it('makes a command that repeats the request, quotation marks and all', async () => {
  const sandbox = await startSandbox()
  const text = `It's "50% off", isn't it? $HOME \`id\``
  const command = toCurl(
    {
      method: 'POST',
      path: '/v2/send_message',
      headers: { authorization: 'Basic …', 'content-type': 'application/json', host: 'crm' },
      body: { ...ann, channelId: channelIds.whatsapp, text },
    },
    sandbox.url,
  )
  expect(command).not.toContain(sandbox.apiKey)
  const env = { ...process.env, SANDBOX_KEY: sandbox.apiKey, NODE: process.execPath, CURL: curlInNode }
  await promisify(execFile)('sh', ['-c', `curl() { "$NODE" -e "$CURL" -- "$@"; }\n${command}`], { env })
  expect(await getMessages(sandbox, ann)).toMatchObject([{ text }])
})

/** What curl does with these options, for machines that have none: the shell's reading of the command is the real one. */
const curlInNode = `
  const { values, positionals } = require('node:util').parseArgs({
    allowPositionals: true,
    options: {
      request: { type: 'string', short: 'X' },
      header: { type: 'string', short: 'H', multiple: true },
      'data-raw': { type: 'string' },
    },
  })
  const headers = values.header.map((line) => line.split(/: (.*)/s).slice(0, 2))
  fetch(positionals[0], { method: values.request, headers, body: values['data-raw'] }).then((response) => {
    process.exitCode = response.ok ? 0 : 22
  })
`
