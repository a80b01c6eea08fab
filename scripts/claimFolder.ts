import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPortFree } from './ports.ts'

/** The process that runs the demo in a folder. */
export interface RunningDemo {
  pid: number
  /** Addresses of its servers; none while they are being built. */
  urls: string[]
}

/** A folder of data that belongs to this process until it ends. */
export interface FolderClaim {
  /** Writes down the servers' addresses, for whoever starts them again. */
  setUrls: (urls: string[]) => void
}

/** The demo runs in this folder already. */
export class AlreadyRunningError extends Error {
  override name = 'AlreadyRunningError'
  constructor({ pid, urls }: RunningDemo) {
    const where = urls.length > 0 ? `already running at ${urls.join(' and ')}` : 'already being started'
    super(`The demo of this folder is ${where} (process ${pid}). End that one first, with Ctrl+C.`)
  }
}

/**
 * Claims a folder of data for this process, so that two demos never write to the same files. Servers that a killed process
 * has left behind end by themselves: it waits for them.
 * @throws {AlreadyRunningError}
 */
export async function claimFolder(folder: string): Promise<FolderClaim> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'running.json')
  const claim = (urls: string[], flag: 'w' | 'wx'): void => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, urls } satisfies RunningDemo), { flag })
  }
  const previous = readClaim(file)
  if (previous && (await isRunning({ demo: previous, file }))) throw new AlreadyRunningError(previous)
  if (previous) {
    await untilEnded(previous)
    rmSync(file, { force: true })
  }
  try {
    claim([], 'wx')
  } catch {
    throw new AlreadyRunningError(readClaim(file) ?? { pid: 0, urls: [] }) // Another one was faster.
  }
  process.once('exit', () => rmSync(file, { force: true }))
  return { setUrls: (urls) => claim(urls, 'w') }
}

function readClaim(file: string): RunningDemo | undefined {
  try {
    const claim: Partial<RunningDemo> = JSON.parse(readFileSync(file, 'utf8'))
    const { pid, urls } = claim
    return Number.isInteger(pid) && Array.isArray(urls) ? { pid: Number(pid), urls: urls.map(String) } : undefined
  } catch {
    return undefined // There is none, or its process was killed while it wrote.
  }
}

/** A build takes less: an older claim without addresses is that of a process whose id another one has now. */
const longestBuildMs = 15 * 60_000

async function isRunning({ demo, file }: { demo: RunningDemo; file: string }): Promise<boolean> {
  if (!isAlive(demo.pid)) return false
  if (demo.urls.length === 0) return Date.now() - statSync(file).mtimeMs < longestBuildMs
  return (await openPorts(demo)).length > 0
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // Alive, and another user's.
  }
}

async function openPorts({ urls }: RunningDemo): Promise<number[]> {
  const ports = urls.map((url) => Number(new URL(url).port))
  const free = await Promise.all(ports.map(isPortFree))
  return ports.filter((_, index) => !free[index])
}

/** Waits for servers whose parent was killed; they have five seconds to close. */
async function untilEnded(demo: RunningDemo): Promise<void> {
  const giveUpAt = Date.now() + 6_000
  while (Date.now() < giveUpAt && (await openPorts(demo)).length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
