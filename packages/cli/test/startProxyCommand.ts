import { expect } from 'vitest'
import { type CliRun, runCli } from './runCli.ts'

/** Runs `crm-chat proxy --config` on a free port. */
export async function startProxyCommand({
  file,
  env,
  args = [],
}: {
  file: string
  env: NodeJS.ProcessEnv
  args?: string[]
}): Promise<CliRun & { url: string }> {
  const run = runCli(['proxy', '--config', file, '--port', '0', '--drain', '1', ...args], { env })
  await expect.poll(() => run.output).toMatchObject({ stdout: expect.stringContaining('the chat proxy listens') })
  return { ...run, url: /"url":"([^"]+)"/.exec(run.output.stdout)?.[1] ?? '' }
}
