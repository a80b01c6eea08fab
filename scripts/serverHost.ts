import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endWithParent, type ServerParameters, type ServerProcess } from './serverProcess.ts'

/** Starts a server with its environment. */
export type StartServer = (parameters: Pick<ServerParameters, 'env' | 'onLine'>) => Promise<ServerProcess>

/** Ways to start the two servers of the demo. */
export interface Servers {
  sandbox: StartServer
  crm: StartServer
}

/** An order to the process that hosts servers. */
export type HostOrder =
  | { order: 'start'; id: number; server: keyof Servers; env: Record<string, string> }
  | { order: 'stop'; id: number }

/** A report of that process about one of its servers. */
export type HostReport =
  | { report: 'ready'; id: number; url: string }
  | { report: 'line'; id: number; line: string }
  | { report: 'stopped'; id: number }
  | { report: 'failed'; id: number; message: string }

/** One process that hosts servers, each with data and a port of its own. */
export interface ServerHost extends Servers {
  stop: () => Promise<void>
}

/** Called with the reports of one server. */
type Listener = (report: HostReport) => void

const file = fileURLToPath(new URL('../apps/crm/test/serverHost.ts', import.meta.url))
const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Starts a process that hosts the servers of one demo after another. Loading their modules takes much longer than starting
 * them, and happens once.
 */
export function startServerHost(): ServerHost {
  const child = fork(file, { cwd: root, execArgv: [...endWithParent, '--import', 'tsx'], stdio: 'inherit' })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const listeners = new Map<number, Listener>()
  child.on('message', (report: HostReport) => listeners.get(report.id)?.(report))
  child.once('exit', () => {
    for (const [id, listener] of listeners)
      listener({ report: 'failed', id, message: 'The host of servers has ended.' })
  })
  let count = 0
  const starter =
    (server: keyof Servers): StartServer =>
    (parameters) => {
      count += 1
      return startHosted({ child, listeners, id: count, server, ...parameters })
    }
  const stop = (): Promise<void> => {
    child.kill('SIGKILL')
    return exited
  }
  return { sandbox: starter('sandbox'), crm: starter('crm'), stop }
}

/** Starts one server in that process. */
function startHosted({
  child,
  listeners,
  id,
  server,
  env,
  onLine,
}: Pick<ServerParameters, 'env' | 'onLine'> & {
  child: ChildProcess
  listeners: Map<number, Listener>
  id: number
  server: keyof Servers
}): Promise<ServerProcess> {
  const order = (next: HostOrder): void => void child.send(next)
  return new Promise((resolve, reject) => {
    let end: (code: number) => void = () => {}
    const exited = new Promise<number>((done) => {
      end = (code) => {
        listeners.delete(id)
        done(code)
      }
    })
    const stop = async (): Promise<void> => {
      if (listeners.has(id)) order({ order: 'stop', id })
      await exited
    }
    const follow: { [Kind in HostReport['report']]: (report: Extract<HostReport, { report: Kind }>) => void } = {
      line: ({ line }) => onLine(line),
      ready: ({ url }) => resolve({ url, exited, stop }),
      stopped: () => end(0),
      failed: ({ message }) => {
        reject(new Error(message))
        end(1)
      },
    }
    listeners.set(id, (report) => (follow[report.report] as Listener)(report))
    order({ order: 'start', id, server, env })
  })
}
