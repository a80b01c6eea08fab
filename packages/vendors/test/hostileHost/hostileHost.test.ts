import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished, vi } from 'vitest'
import { hostileCases } from './cases.ts'
import { type HostileHost, startHostileHost, type Tongue } from './startHostileHost.ts'
import type { WatchNews } from './watchAll.ts'

const tongues: Tongue[] = (['current', 'older'] as const).flatMap((generation) =>
  (['websocket', 'polling'] as const).map((transport) => ({ generation, transport })),
)

/** Memory that the process may use beyond what it has at its start, for all hosts together. */
const memoryLimitMib = 160

it.each(tongues)(
  'a process that watches hosts hostile in $generation over $transport stays up and small, and has the right counts later',
  async (tongue) => {
    const cases = hostileCases.filter(({ transport = tongue.transport }) => transport === tongue.transport)
    const hosts = await Promise.all(cases.map((one) => startHostileHost(one, tongue)))
    onTestFinished(() => hosts.forEach((host) => void host.close()))
    const { child, news, exits, output } = startWatching()
    const { rss: startedWith } = await eventually(() => {
      const [first] = news.flatMap((one) => (one.type === 'ready' ? one : []))
      if (!first) throw new Error('The process has not started.')
      return first
    })
    child.send(hosts.map(({ url }) => url))
    await eventually(() => {
      expect([exits, output.join('')]).toEqual([[], ''])
      expect(listWrong({ hosts, names: cases.map(({ name }) => name), news })).toEqual([])
    })
    const rss = news.flatMap((one) => (one.type === 'memory' ? one.rss : []))
    expect(rss.length).toBeGreaterThan(0)
    expect((Math.max(...rss) - startedWith) / 1024 / 1024).toBeLessThan(memoryLimitMib)
    expect(new Set(news.flatMap((one) => (one.type === 'value' ? one.count : [])))).toEqual(new Set([7]))
    expect(JSON.stringify(news)).not.toContain('CANARY')
  },
)

/** Waits as long as a busy machine takes for a hundred handshakes, some of which time out. */
function eventually<Result>(assertion: () => Result): Promise<Result> {
  return vi.waitFor(assertion, { timeout: 55_000, interval: 100 })
}

/** Cases that have not struck, or after which no count came. */
function listWrong({ hosts, names, news }: { hosts: HostileHost[]; names: string[]; news: WatchNews[] }): string[] {
  return hosts.flatMap(({ url, strikes }, index) => {
    const own = news.filter((one) => 'url' in one && one.url === url)
    const isRight = strikes() > 0 && own.some(({ type }) => type === 'value')
    return isRight ? [] : [`${names[index]}: ${strikes()} strikes, ${JSON.stringify(own.slice(-3))}`]
  })
}

function startWatching(): { child: ChildProcess; news: WatchNews[]; exits: unknown[]; output: string[] } {
  const script = fileURLToPath(new URL('watchAll.ts', import.meta.url))
  const child = fork(script, {
    execArgv: ['--conditions=crm-chat-source', '--import=tsx'],
    env: { ...process.env, NODE_OPTIONS: '' },
    silent: true,
  })
  const news: WatchNews[] = []
  const exits: unknown[] = []
  const output: string[] = []
  child.on('message', (one: WatchNews) => news.push(one))
  child.on('exit', (code, signal) => exits.push(code ?? signal))
  child.stderr?.on('data', (text) => output.push(String(text)))
  onTestFinished(() => void child.kill())
  return { child, news, exits, output }
}
