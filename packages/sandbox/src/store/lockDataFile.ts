import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import Libsql from 'libsql'

/**
 * Reserves a data file for this process: two sandboxes would overwrite each other's rows. The lock is that of a database
 * beside it, because the system releases it when a process ends for whatever reason, and a data file that is closed keeps its
 * own until its statements are collected as garbage. The number of the process is in another file: to read one that is
 * locked, and close it, would unlock it.
 * @returns a function that releases the file
 * @throws {Error} naming the process that uses the file
 */
export function lockDataFile(data: string): () => void {
  const lock = new Libsql(resolve(`${data}.lock`))
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    throw isLocked(error) ? new Error(`${describeHolder(data)} uses it. Stop it, or choose another file.`) : error
  }
  writeFileSync(toPidFile(data), `${process.pid}\n`)
  return () => {
    rmSync(toPidFile(data), { force: true })
    if (lock.open) lock.close()
  }
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
}

function describeHolder(data: string): string {
  const pid = readPid(data)
  return pid === undefined ? 'another program' : `the sandbox that runs as process ${pid}`
}

/** The number that the last process has written, if that process still runs. */
function readPid(data: string): number | undefined {
  try {
    const pid = Number(readFileSync(toPidFile(data), 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 && isRunning(pid) ? pid : undefined
  } catch {
    return undefined // It is just about to write it, or it is no sandbox.
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // It is another user's.
  }
}

function toPidFile(data: string): string {
  return `${data}.pid`
}
