import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { lastOf, parseDockerfile, parseExec } from './parseDockerfile.ts'

const deploy = fileURLToPath(new URL('../../../../deploy/', import.meta.url))
const read = (name: string): string => readFileSync(join(deploy, name), 'utf8')

describe('the image', () => {
  const stages = parseDockerfile(read('Dockerfile'))
  const image = stages.at(-1)

  it('runs as another user than root, and gets signals itself', () => {
    expect(stages).toHaveLength(2)
    expect(lastOf({ stage: image, name: 'USER' })).toBe('node')
    expect(parseExec(lastOf({ stage: image, name: 'CMD' })).slice(0, 3)).toEqual(['node', 'dist/cli.js', 'proxy'])
    expect(parseExec(lastOf({ stage: image, name: 'HEALTHCHECK' }))[0]).toBe('node')
    expect(lastOf({ stage: image, name: 'ENV' })).toBe('NODE_ENV=production')
  })
})

interface Service {
  image: string
  ports?: string[]
  volumes?: string[]
  networks: string[]
  environment?: Record<string, string>
}

describe('the compose file', () => {
  const { services }: { services: Record<string, Service> } = parse(read('compose.yaml'), { merge: true })

  it('has two proxies alike, a Redis that no other machine reaches, and nginx for this machine', () => {
    expect(Object.keys(services)).toEqual(['proxy-1', 'proxy-2', 'redis', 'nginx'])
    expect(services['proxy-1']).toEqual(services['proxy-2'])
    expect(services.redis?.networks).toEqual(['inside'])
    const published = Object.values(services).flatMap(({ ports = [] }) => ports)
    expect(published).toEqual(['127.0.0.1:8080:8080'])
  })

  it('mounts files that are there, and asks for secrets in place of having them', () => {
    const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
      volumes.filter((volume) => volume.startsWith('./')),
    )
    expect(new Set(mounted.map((volume) => volume.split(':')[0]))).toEqual(
      new Set(['./crm-chat.config.mjs', './nginx.conf']),
    )
    for (const volume of mounted) expect(existsSync(join(deploy, volume.split(':')[0] ?? ''))).toBe(true)
    const { WAZZUP_API_KEY, CRM_CHAT_SECRET } = services['proxy-1']?.environment ?? {}
    for (const value of [WAZZUP_API_KEY, CRM_CHAT_SECRET]) expect(value).toMatch(/^\$\{\w+:\?/)
  })

  it('names the proxies as nginx does', () => {
    for (const name of ['proxy-1', 'proxy-2']) expect(read('nginx.conf')).toContain(`server ${name}:8080`)
  })
})

describe('nginx', () => {
  const locations = [...read('nginx.conf').matchAll(/location ([^{]+) \{([^}]*)\}/g)].map(
    ([, path = '', block = '']) => ({ path, block }),
  )

  it.each(['= /chat/events', '/chat/', '~ ^/(socket\\.io|ws-counters|counters/ws_host/api_v3)/'])(
    'buffers nothing at %s, and waits longer than for a heartbeat',
    (path) => {
      const { block = '' } = locations.find((location) => location.path === path) ?? {}
      expect(block).toContain('proxy_buffering off;')
      expect(Number(/proxy_read_timeout (\d+)s;/.exec(block)?.[1])).toBeGreaterThan(15)
    },
  )

  it('passes nothing on but the chats', () => {
    const passed = locations.filter(({ block }) => block.includes('proxy_pass')).map(({ path }) => path)
    expect(passed).toHaveLength(4)
    expect(locations.find(({ path }) => path === '/')?.block.trim()).toBe('return 404;')
  })
})
