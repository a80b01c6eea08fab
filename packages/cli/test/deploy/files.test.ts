import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultBasePath, routes } from '@crm-chat/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
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

describe('the settings', () => {
  const [command = ''] = /\(umask[^`]+/.exec(read('README.md')) ?? []

  it('are written once: a secret that changes would make what is in Redis unreadable', () => {
    const folder = mkdtempSync(join(tmpdir(), 'crm-chat-settings-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    mkdirSync(join(folder, 'deploy'))
    const write = (shell: string) => spawnSync(shell, ['-c', command], { cwd: folder, encoding: 'utf8' })
    expect(write('sh')).toMatchObject({ status: 0, stderr: '' })
    const first = readFileSync(join(folder, 'deploy/.env'), 'utf8')
    expect(first).toMatch(/^CRM_CHAT_SECRET=[\da-f]{64}$/m)
    for (const name of ['WAZZUP_API_KEY', 'CRM_SESSION_URL']) expect(first).toMatch(new RegExp(`^${name}=.+$`, 'm'))
    for (const shell of ['sh', 'bash']) expect(write(shell).status).not.toBe(0)
    expect(readFileSync(join(folder, 'deploy/.env'), 'utf8')).toBe(first)
    expect(statSync(join(folder, 'deploy/.env')).mode & 0o077).toBe(0)
  })

  it('are in no commit and no image', () => {
    expect(readFileSync(join(deploy, '../.gitignore'), 'utf8').split('\n')).toContain('.env')
    expect(read('Dockerfile.dockerignore').split('\n')).toContain('**/.env*')
  })

  it('hold every variable that the compose file needs', () => {
    const needed = [...read('compose.yaml').matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name)
    expect(needed.toSorted()).toEqual([...command.matchAll(/^(\w+)=/gm)].map(([, name]) => name).toSorted())
  })
})

/** Rules of the map of paths that are logged, as nginx applies them. */
function toLoggedPath(path: string): string {
  const [, map = ''] = /map \$uri \$logged_path \{([^}]*)\}/.exec(read('nginx.conf')) ?? []
  const rules = [...map.matchAll(/^ *"~([^"]+)" (\S+);$/gm)].map(([, source = '', value = '']) => ({
    regex: new RegExp(source),
    value,
  }))
  for (const { regex, value } of rules) {
    const groups: Record<string, string> = { uri: path, ...regex.exec(path)?.groups }
    if (regex.test(path)) return value.replace(/\$(\w+)/g, (_variable, name: string) => groups[name] ?? '')
  }
  return /default (\S+);/.exec(map)?.[1] ?? ''
}

describe('the log of nginx', () => {
  const id = '79998887766'
  const paths = Object.values(routes).map(({ path }) => `${defaultBasePath}${path}`)

  it('names each operation, and no id', () => {
    for (const path of paths) {
      const form = path.replace(':secret', '[secret]').replace(':conversationId', '[chat]').replace(/:\w+/, '[id]')
      expect(toLoggedPath(path.replace(/:\w+/, `whatsapp~${id}`))).toBe(form)
    }
  })

  it.each([
    `/chat/${id}`,
    `/chat/session/${id}`,
    `/chat/conversations/whatsapp~${id}/search/${id}`,
    `/chat/conversations/a/b/${id}/`,
    `/chat/media/${id}/read`,
    `/CHAT/webhooks/${id}`,
    `/other/chat/webhooks/${id}`,
    `/counters/ws_host/api_v3/${id}`,
    `/socket.io/${id}`,
    `/${id}`,
  ])('has no id of %s', (path) => {
    expect(toLoggedPath(path)).toMatch(/^(\/|\[path\]$)/)
    expect(toLoggedPath(path)).not.toContain(id)
  })

  it('has no line of an error of a request, which would hold its address', () => {
    const levels = [...read('nginx.conf').matchAll(/^( *)error_log \S+ (\w+);$/gm)].map(([, indent, level]) => [
      indent?.length,
      level,
    ])
    expect(levels).toEqual([
      [0, 'warn'],
      [2, 'emerg'],
    ])
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
