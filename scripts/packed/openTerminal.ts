import { type ChildProcess, spawn } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'

/** A command that runs in a terminal. */
export interface Running {
  /** Its output so far, without colors. */
  output: () => string
  /** Resolves with what a pattern has found in its output. @throws {Error} when it ends without */
  find: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Resolves with its exit code when it has ended; null after a signal. */
  ended: Promise<number | null>
  /** Asks it and all that it has started to end. */
  stop: () => Promise<void>
}

/** A terminal in a folder. */
export interface Terminal {
  /** Runs a command to its end. @returns its output @throws {Error} with the output when it fails */
  run: (command: string) => Promise<string>
  /** Starts a command that goes on. */
  start: (command: string) => Running
}

/** Time for a command that ends by itself: the first install of a large framework takes minutes. */
const runMs = 10 * 60_000

/** Opens a terminal, in which nobody answers questions. */
export function openTerminal({ folder, env }: { folder: string; env: NodeJS.ProcessEnv }): Terminal {
  return {
    async run(command) {
      const { child, ended, text } = launch({ command, folder, env })
      const timer = setTimeout(() => signal({ child, name: 'SIGKILL' }), runMs)
      const code = await ended.finally(() => clearTimeout(timer))
      if (code !== 0) throw new Error(`\`${command}\` ended with ${code}:\n${text()}`)
      return text()
    },
    start(command) {
      const { child, ended, text, watch } = launch({ command, folder, env })
      return {
        output: text,
        ended,
        find: (pattern) =>
          new Promise((resolve, reject) => {
            const look = () => {
              const found = pattern.exec(text())
              if (found) resolve(found)
            }
            watch(look)
            look()
            void ended.then((code) => reject(new Error(`\`${command}\` ended with ${code}:\n${text()}`)))
          }),
        async stop() {
          signal({ child, name: 'SIGTERM' })
          const force = setTimeout(() => signal({ child, name: 'SIGKILL' }), 10_000)
          await ended
          clearTimeout(force)
        },
      }
    },
  }
}

function launch({ command, folder, env }: { command: string; folder: string; env: NodeJS.ProcessEnv }) {
  const child = spawn(command, { shell: true, cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  let output = ''
  const watchers: (() => void)[] = []
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += stripVTControlCharacters(text)
      for (const watcher of watchers) watcher()
    })
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  return { child, ended, text: () => output, watch: (watcher: () => void) => void watchers.push(watcher) }
}

/** Reaches the whole group: npm and the shell pass nothing on. */
function signal({ child, name }: { child: ChildProcess; name: NodeJS.Signals }): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, name)
  } catch {
    // It has ended by itself.
  }
}
