import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startSocketServer } from '../startSocketServer.ts'
import { startVendor } from '../startVendor.ts'

const everything = 'http,https,net,tls,stream,undici,fetch,websocket'

it.each([
  ['API V2', everything],
  ['API v3', 'tls,stream,undici,fetch,websocket'], // Its look-up has the key in the path, which `http` and `net` print.
])('no debug output of Node or a library holds the key: %s', async (api, modules) => {
  const counter = await startSocketServer({ version: '4.8', greeting: 'counterConnecting', path: '/ws-counters' })
  const older = await startSocketServer({
    version: '2.5',
    greeting: 'apiV2IframeConnecting',
    transports: ['polling'],
    onGreeting: (socket) => socket.emit('apiV2Notify', { counter: 1 }),
  })
  const vendor = await startVendor(({ url }) =>
    url.startsWith('/counters/')
      ? { json: { host: `127.0.0.1:${counter.port}` } }
      : { json: { counterV2: 1, type: 'red' } },
  )
  const script = fileURLToPath(new URL('watchInDebug.ts', import.meta.url))
  const url = api === 'API V2' ? older.url : vendor.url
  const child = spawn(process.execPath, ['--conditions=crm-chat-source', '--import=tsx', script, api, url], {
    env: { ...process.env, DEBUG: '*', NODE_DEBUG: modules },
  })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(output).toContain('a value came')
  expect(errors.length).toBeGreaterThan(100)
  expect(`${output}${errors}`).not.toContain('CANARY')
})
