import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { findClosedPort } from '../startServer.ts'

const config = fileURLToPath(new URL('../../../../deploy/nginx.conf', import.meta.url))

/** An nginx with the configuration of `deploy`. */
export interface RunningNginx {
  url: string
  /** Its files: what it stores for a while, and its log. */
  folder: string
  /** Everything that it has written: its log. */
  log: () => string
}

/** Starts nginx in front of two servers of this machine, for the time of the test. @param parameters.proxies their origins */
export async function startNginx({
  file,
  proxies,
}: {
  file: string
  proxies: [string, string]
}): Promise<RunningNginx> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-nginx-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const url = await findClosedPort()
  const text = readFileSync(config, 'utf8')
    .replaceAll('proxy-1:8080', new URL(proxies[0]).host)
    .replaceAll('proxy-2:8080', new URL(proxies[1]).host)
    .replace('listen 8080;', `listen ${new URL(url).host};`)
    .replaceAll('/tmp/', `${folder}/`)
    .replaceAll('/dev/stdout', `${folder}/access.log`)
    .replaceAll('/dev/stderr', `${folder}/error.log`)
    .replace('worker_processes auto;', 'worker_processes 2;')
  writeFileSync(join(folder, 'nginx.conf'), text)
  const args = ['-p', folder, '-e', join(folder, 'error.log'), '-c', join(folder, 'nginx.conf')]
  const test = spawnSync(file, [...args, '-t'], { encoding: 'utf8' })
  expect(test.stderr).toContain('test is successful')
  const child = spawn(file, [...args, '-g', 'daemon off;'], { stdio: 'ignore' })
  const exited = new Promise((resolve) => child.once('exit', resolve))
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await exited
  })
  await expect
    .poll(() =>
      fetch(url).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(404)
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
  return { url, folder, log: () => `${read('access.log')}${read('error.log')}` }
}
