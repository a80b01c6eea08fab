import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CommonMethods, Methods, Reply } from './serveParent.ts'

/** Longest time of one call: a bench that hangs fails. */
const callTimeoutMs = 240_000

/** A process of the bench, and the functions it offers. */
export interface Child<Own extends Methods> {
  call: <Name extends keyof (Own & CommonMethods) & string>(
    name: Name,
    ...parameters: Parameters<(Own & CommonMethods)[Name]>
  ) => Promise<Awaited<ReturnType<(Own & CommonMethods)[Name]>>>
  stop: () => Promise<void>
}

const running = new Set<ChildProcess>()

/** Starts a process from a file beside `bench/run.ts`, which calls `serveParent`. */
export function startChild<Own extends Methods>(file: string): Child<Own> {
  const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
  const child = fork(path, { execArgv: ['--expose-gc', '--import', 'tsx'], env: { PATH: process.env.PATH } })
  running.add(child)
  child.once('exit', () => running.delete(child))
  let lastId = 0
  const call = (name: string, parameters: unknown): Promise<unknown> => {
    lastId += 1
    return send({ child, file, call: { id: lastId, name, parameters } })
  }
  return {
    call: call as Child<Own>['call'], // The types of both ends come from the same file.
    stop: () => stop(child),
  }
}

/** Ends every process that is still running. */
export async function stopChildren(): Promise<void> {
  await Promise.all([...running].map(stop))
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
}

function send({
  child,
  file,
  call,
}: {
  child: ChildProcess
  file: string
  call: { id: number; name: string; parameters: unknown }
}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string): void => end(() => reject(new Error(`${file} ${call.name}: ${reason}`)))
    const onMessage = (reply: Reply): void => {
      if (reply.id !== call.id) return
      if ('error' in reply) fail(reply.error)
      else end(() => resolve(reply.result))
    }
    const onExit = (): void => fail('the process ended')
    const timer = setTimeout(() => fail(`no reply within ${callTimeoutMs} ms`), callTimeoutMs)
    function end(settle: () => void): void {
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      settle()
    }
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.send(call)
  })
}
