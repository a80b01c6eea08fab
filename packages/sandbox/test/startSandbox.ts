import { onTestFinished } from 'vitest'
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.ts'

/** Starts a sandbox on a free port for one test. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ port: 0, ...options })
  onTestFinished(() => sandbox.close())
  return sandbox
}
