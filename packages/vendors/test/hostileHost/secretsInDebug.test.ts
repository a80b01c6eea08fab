import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { startSocketServer } from '../startSocketServer.ts'
import { startVendor } from '../startVendor.ts'
import { toKeyFaults } from './keyFaults.ts'
import { toKeyForms } from './keyForms.ts'

/** With characters that each encoding writes in another way. */
const key = `CANARY-${randomBytes(12).toString('hex')}/+"&<\\%41`

it.each([
  ['4.8', 'websocket'],
  ['2.5', 'polling'],
] as const)(
  'no debug output, error or printed object holds the key, whatever fails: Socket.IO %s over %s',
  { timeout: 120_000 },
  async (version, transport) => {
    const greet = { version, transports: [transport] }
    const older = await startSocketServer({
      ...greet,
      greeting: 'apiV2IframeConnecting',
      onGreeting: (socket) => {
        socket.emit('apiV2Notify', { counter: key })
        socket.emit(key, { key })
        socket.emit('apiV2Notify', { counter: 2, key })
      },
    })
    const newer = await startSocketServer({
      ...greet,
      greeting: 'counterConnecting',
      path: '/ws-counters',
      onGreeting: (socket) => {
        socket.emit('counterUpdate', { counter: key, counterV2: key })
        socket.emit('counterUpdate', { counter: 2, counterV2: 2, type: 'red', key })
      },
    })
    const faults: ReturnType<typeof toKeyFaults> = {
      ...toKeyFaults(key),
      none: ({ url }) =>
        url.includes('/counters/') ? { json: { host: `127.0.0.1:${newer.port}` } } : { json: { counterV2: 1, key } },
    }
    const names = Object.keys(faults)
    const vendor = await startVendor((request) => {
      const name = names[Number(request.url.split('/')[1])] ?? ''
      return faults[name]?.(request) ?? {}
    })
    const { output, errors } = await run([key, vendor.url, older.url, names.map((_, index) => index).join()])
    expect(errors).toMatch(/^HTTP \d+:/m)
    expect(errors).toMatch(/^NET \d+:/m)
    expect(output).toContain('all faults were met')
    const lookUps = vendor.requests.filter(({ url }) =>
      url.includes(`/counters/ws_host/api_v3/${encodeURIComponent(key)}`),
    )
    expect(lookUps.length).toBeGreaterThan(0) // The key was in an address.
    expect(older.greetings).toContainEqual(expect.objectContaining({ apiKey: key }))
    expect(newer.greetings).toContainEqual(expect.objectContaining({ apiKey: key }))
    const all = `${output}${errors}`.toLowerCase()
    expect(toKeyForms(key).filter((form) => all.includes(form))).toEqual([])
  },
)

async function run(parameters: string[]): Promise<{ output: string; errors: string }> {
  const script = fileURLToPath(new URL('watchInDebug.ts', import.meta.url))
  const child = spawn(process.execPath, ['--conditions=crm-chat-source', '--import=tsx', script, ...parameters], {
    env: { ...process.env, DEBUG: '*', NODE_DEBUG: '*' },
  })
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { output, errors }
}
