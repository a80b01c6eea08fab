import { spawn } from 'node:child_process'

/** A program that runs until it is ended. */
export interface StartedProgram {
  /** Text that its output had when it was ready. */
  found: string
  end: () => Promise<void>
}

/**
 * Starts a program and waits until its output says that it is ready. It ends with this process.
 * @throws {Error} when it ends before, with its output
 */
export async function startProgram({
  path,
  args,
  env = process.env,
  ready,
}: {
  path: string
  args: string[]
  env?: NodeJS.ProcessEnv
  /** Output of a program that is ready; its first group is the text found. Without it, the program is ready when it runs. */
  ready?: RegExp
}): Promise<StartedProgram> {
  const child = spawn(path, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = (): void => void child.kill('SIGKILL')
  process.once('exit', kill)
  const found = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (text: string): void => {
      output = `${output}${text}`.slice(-10_000)
      const [, match] = ready?.exec(output) ?? []
      if (match !== undefined) resolve(match)
    }
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read)
    child.once('error', reject)
    if (!ready) child.once('spawn', () => resolve(''))
    ended.then(() => reject(new Error(`${path} has ended by itself: ${output}`)))
  })
  const end = async (): Promise<void> => {
    process.off('exit', kill)
    child.kill('SIGTERM')
    const timer = setTimeout(kill, 5_000)
    await ended
    clearTimeout(timer)
  }
  return { found, end }
}
