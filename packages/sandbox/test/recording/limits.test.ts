import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { getPort, listen } from '../../src/server/http/listen.ts'
import { createRecorder, type RecorderOptions } from '../../src/traffic/recording/createRecorder.ts'
import { createReplay } from '../../src/traffic/recording/createReplay.ts'
import { makeFolder } from '../makeFolder.ts'
import { startSandbox } from '../startSandbox.ts'

async function startRecorder(options: Omit<RecorderOptions, 'folder' | 'port'>) {
  const folder = await makeFolder()
  const recorder = await createRecorder({ folder, port: 0, ...options })
  onTestFinished(() => recorder.close())
  return { folder, ...recorder }
}

/** Starts a service that sends a text of this length. */
async function startService(length: number): Promise<string> {
  const server = createServer((_, response) => response.end('x'.repeat(length)))
  onTestFinished(() => void server.close())
  await listen(server, { port: 0, host: '127.0.0.1' })
  return `http://127.0.0.1:${getPort(server)}`
}

/** Requests an address as Java's own client does. @returns the status */
function getWithUpgrade(url: string): Promise<number | undefined> {
  const headers = {
    connection: 'Upgrade, HTTP2-Settings',
    upgrade: 'h2c',
    'http2-settings': 'AAMAAABkAAQCAAAAAAIAAAAA',
  }
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end()
  })
}

describe('a recorder', () => {
  it('responds 502 while the upstream does not, and saves nothing', async () => {
    const problems: string[] = []
    const { url, folder } = await startRecorder({
      upstream: 'http://127.0.0.1:1',
      onProblem: (text) => problems.push(text),
    })
    const response = await fetch(`${url}/v3/channels`)
    expect(response.status).toBe(502)
    expect(await response.json()).toEqual({
      error: { code: 'UPSTREAM_UNREACHABLE', description: 'The upstream service did not respond: ECONNREFUSED.' },
    })
    expect(problems).toEqual(['A GET request was not recorded: ECONNREFUSED.'])
    expect(readdirSync(folder)).toEqual([])
  })

  it('passes a long body on, and keeps its length only', async () => {
    const { url, folder, close } = await startRecorder({ upstream: await startService(100_000), maxBodyBytes: 1_000 })
    expect((await (await fetch(`${url}/v3/channels`)).text()).length).toBe(100_000)
    await close()
    const [file = ''] = readdirSync(folder)
    expect(JSON.parse(readFileSync(join(folder, file), 'utf8')).response.body).toEqual({
      kind: 'bytes',
      length: 100_000,
    })
  })

  it('stops saving at its number of fixtures, and goes on passing', async () => {
    const { url: upstream, apiKey } = await startSandbox()
    const problems: string[] = []
    const { url, folder, close, count } = await startRecorder({
      upstream,
      maxFixtures: 2,
      onProblem: (text) => problems.push(text),
    })
    for (const path of ['/v2/users', '/v2/channels', '/v2/contacts', '/v2/deals']) {
      expect((await fetch(url + path, { headers: { authorization: `Basic ${apiKey}` } })).status).toBe(200)
    }
    await close()
    expect(readdirSync(folder)).toHaveLength(2)
    expect([count(), problems]).toEqual([2, ['There are 2 fixtures: further traffic passes without being saved.']])
  })

  it('saves a repeated response once, and a new one again', async () => {
    const { url: upstream, apiKey } = await startSandbox()
    const { url, folder, close } = await startRecorder({ upstream })
    const headers = { authorization: `Basic ${apiKey}`, 'content-type': 'application/json' }
    const read = async () => (await fetch(`${url}/v2/users`, { headers })).json()
    await read()
    await read()
    await fetch(`${url}/v2/users`, { method: 'PATCH', headers, body: JSON.stringify([{ id: 1, name: 'Kate' }]) })
    expect(await read()).toHaveLength(1)
    await close()
    expect(readdirSync(folder).toSorted()).toEqual([
      'get-v2-users-200-1.json',
      'get-v2-users-200-2.json',
      'patch-v2-users-200-1.json',
    ])
    const replay = await createReplay({ folder, port: 0 })
    onTestFinished(() => replay.close())
    const lengths: number[] = []
    for (let call = 0; call < 3; call++) {
      const users: unknown = await (await fetch(`${replay.url}/v2/users`)).json()
      lengths.push(Array.isArray(users) ? users.length : -1)
    }
    expect(lengths).toEqual([0, 1, 1])
  })

  it('passes a request on that asks for h2c, as does its replay', async () => {
    const { url, folder, close } = await startRecorder({ upstream: await startService(10) })
    expect(await getWithUpgrade(`${url}/v3/channels`)).toBe(200)
    await close()
    const replay = await createReplay({ folder, port: 0 })
    onTestFinished(() => replay.close())
    expect(await getWithUpgrade(`${replay.url}/v3/channels`)).toBe(200)
  })

  it('refuses a folder that is not empty', async () => {
    const folder = await makeFolder()
    writeFileSync(join(folder, 'notes.txt'), '')
    await expect(createRecorder({ upstream: 'http://127.0.0.1:1', folder, port: 0 })).rejects.toThrow(/is not empty/)
  })
})

it('a replay names the file that is no fixture', async () => {
  const folder = await makeFolder()
  await expect(createReplay({ folder, port: 0 })).rejects.toThrow(/contains no fixtures/)
  writeFileSync(join(folder, 'a-1.json'), '{"kind": "http"}')
  await expect(createReplay({ folder, port: 0 })).rejects.toThrow(/a-1\.json is not a fixture: request/)
})
