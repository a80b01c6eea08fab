import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createSandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findClosedPort, startServer } from '../startServer.ts'
import { copyContext } from './copyContext.ts'
import { lastOf, parseDockerfile, parseExec, type Stage } from './parseDockerfile.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const deploy = join(root, 'deploy')
const stages = parseDockerfile(readFileSync(join(deploy, 'Dockerfile'), 'utf8'))
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-image-'))

/** The root of a stage's file system. */
const rootOf = (stage: string): string => join(folder, stage)

beforeAll(() => {
  for (const stage of stages) build(stage)
}, 1_200_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the steps of a stage in an empty folder: paths of the image lie below it. */
function build({ name: stage, instructions }: Stage): void {
  let cwd = rootOf(stage)
  for (const { name, text } of instructions) {
    if (name === 'WORKDIR') {
      cwd = join(rootOf(stage), text)
      mkdirSync(cwd, { recursive: true })
    } else if (name === 'COPY') copy({ cwd, text })
    else if (name === 'RUN') runStep({ stage, cwd, text })
  }
}

function copy({ cwd, text }: { cwd: string; text: string }): void {
  const [, from, source = '', target = ''] = /^(?:--from=(\S+)\s+)?(\S+)\s+(\S+)$/.exec(text) ?? []
  expect(target).toBe('.')
  if (from !== undefined)
    return void cpSync(join(rootOf(from), source), cwd, { recursive: true, verbatimSymlinks: true })
  expect(source).toBe('.')
  copyContext({ from: root, to: cwd, ignore: readFileSync(join(deploy, 'Dockerfile.dockerignore'), 'utf8') })
}

function runStep({ stage, cwd, text }: { stage: string; cwd: string; text: string }): void {
  const command = text.replace(/(?<= )\/app\b/g, join(rootOf(stage), 'app'))
  const { PATH, HOME } = process.env
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd, env: { PATH, HOME }, encoding: 'utf8' })
  if (status !== 0) throw new Error(`RUN ${text}\n${stdout}${stderr}`)
}

const image = stages.at(-1)
const app = join(rootOf(image?.name ?? ''), lastOf({ stage: image, name: 'WORKDIR' }) ?? '')

describe('the image', () => {
  it('holds production files only', () => {
    const own = [app, join(app, 'node_modules/@crm-chat/proxy'), join(app, 'node_modules/@crm-chat/vendors')]
    const published = ['LICENSE', 'README.md', 'dist', 'node_modules', 'package.json']
    for (const path of own) expect(readdirSync(path).filter((name) => !published.includes(name))).toEqual([])
    const packages = readdirSync(join(app, 'node_modules', '.pnpm'))
    const unwanted = ['typescript', 'vite', 'vitest', 'tsx', 'crm-chat-sandbox', 'libsql', 'react', 'playwright']
    expect(packages.filter((name) => unwanted.some((one) => name.startsWith(`${one}@`)))).toEqual([])
    expect(existsSync(join(app, 'dist', 'cli.js'))).toBe(true)
  })

  it('runs the configuration, is healthy, and stops with SIGTERM', async () => {
    const sandbox = await createSandbox({ port: 0 })
    onTestFinished(() => sandbox.close())
    const crm = await startServer((_, response) => response.end('{"id":"7","name":"Kate"}'))
    const { port } = new URL(await findClosedPort())
    const toHere = (text: string): string =>
      text.replace('/config/', `${deploy}/`).replace('0.0.0.0', '127.0.0.1').replaceAll('8080', port)
    const [program, ...args] = parseExec(lastOf({ stage: image, name: 'CMD' })).map(toHere)
    expect(program).toBe('node')
    const env = {
      NODE_ENV: /^NODE_ENV=(\w+)$/.exec(lastOf({ stage: image, name: 'ENV' }) ?? '')?.[1],
      WAZZUP_API_KEY: sandbox.apiKey,
      WAZZUP_URL: sandbox.url,
      CRM_SESSION_URL: crm,
    }
    const child = spawn(process.execPath, [...args, '--drain', '1'], {
      cwd: app,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const exited = new Promise((resolve) => child.once('exit', resolve))
    const [, ...check] = parseExec(lastOf({ stage: image, name: 'HEALTHCHECK' })).map(toHere)
    const health = (): number | null => spawnSync(process.execPath, check).status
    await expect.poll(health).toBe(0)
    const session = await fetch(`http://127.0.0.1:${port}/chat/session`, { headers: { cookie: 'session=1' } })
    expect(await session.json()).toMatchObject({ user: { id: '7' }, vendor: 'wazzup-v2' })
    child.kill('SIGTERM')
    expect(await exited).toBe(0)
    expect(health()).toBe(1)
  })
})
