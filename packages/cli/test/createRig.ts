import type { FaultRuleInput, Sandbox } from 'crm-chat-sandbox'
import { createSandbox } from 'crm-chat-sandbox'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { Diagnosis } from '../src/doctor/diagnose.ts'
import { runCli } from './runCli.ts'
import { startServer } from './startServer.ts'
import { writeV2Config } from './writeConfig.ts'

/** Means that the tests of `doctor` share. */
export interface Rig {
  sandbox: () => Sandbox
  /** Variables for a configuration that uses the sandbox. */
  env: (changes?: NodeJS.ProcessEnv) => NodeJS.ProcessEnv
  fault: (rule: FaultRuleInput) => void
  /** Runs `crm-chat doctor --json`. */
  doctor: (parameters?: DoctorParameters) => Promise<Diagnosis & { exitCode: number }>
}

/** Parameters of {@link Rig.doctor}. */
export interface DoctorParameters {
  file?: string
  args?: string[]
  env?: NodeJS.ProcessEnv
  fetch?: typeof fetch
  /** Address of the proxy. @default a server that responds as one without a session */
  url?: string
}

/** Starts a sandbox for the tests of a file. */
export function createRig(): Rig {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await createSandbox({ port: 0, limit: false })
  })
  beforeEach(() => sandbox.reset())
  afterAll(() => sandbox.close())
  const env = (changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    WAZZUP_API_KEY: sandbox.apiKey,
    VENDOR_URL: sandbox.url,
    ...changes,
  })
  return {
    sandbox: () => sandbox,
    env,
    fault: (rule) => void sandbox.faults.add(rule),
    async doctor({ file = writeV2Config(), args = [], env: changes, url, fetch = globalThis.fetch } = {}) {
      const proxyUrl = url ?? (await startStandIn())
      const run = runCli(['doctor', '--url', proxyUrl, '--config', file, '--json', ...args], {
        env: env(changes),
        fetch,
      })
      const exitCode = await run.exited
      return { exitCode, ...JSON.parse(run.output.stdout || `{"stderr":${JSON.stringify(run.output.stderr)}}`) }
    },
  }
}

/** Responds as a proxy does without a session, for checks of something else. */
export function startStandIn(headers: Record<string, string> = {}): Promise<string> {
  return startServer((request, response) => {
    const isForeign = request.headers.origin !== undefined
    const code = isForeign ? 'foreign_origin' : 'unauthenticated'
    response
      .writeHead(isForeign ? 403 : 401, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
      .end(JSON.stringify({ error: { code, message: 'Signed out.', requestId: '1', retryable: false } }))
  })
}

/** The codes of what was found. */
export function codesOf({ findings }: Diagnosis): string[] {
  return findings.map(({ code }) => code)
}
