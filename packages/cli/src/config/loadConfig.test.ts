import { describe, expect, it } from 'vitest'
import { runCli } from '../../test/runCli.ts'
import { writeConfig, writeV2Config } from '../../test/writeConfig.ts'

async function failureOf({ file, env = {} }: { file: string; env?: NodeJS.ProcessEnv }): Promise<string> {
  const run = runCli(['proxy', '--config', file, '--port', '0'], { env })
  expect(await run.exited).toBe(2)
  return run.output.stderr
}

describe('a configuration', () => {
  it('must be there', async () => {
    expect(await failureOf({ file: './nowhere.mjs' })).toContain(
      'There is no file ./nowhere.mjs. Write the configuration there',
    )
  })

  it('must be a module', async () => {
    expect(await failureOf({ file: writeConfig('export default {') })).toMatch(/config\.mjs cannot be loaded: .+\./)
  })

  it('must not throw', async () => {
    const file = writeConfig("throw new Error('no database')")
    expect(await failureOf({ file })).toContain('cannot be loaded: no database.')
    const later = writeConfig("export default () => { throw new Error('no database') }")
    expect(await failureOf({ file: later })).toMatch(/default export of .+ failed: no database\./)
  })

  it('must have a default export', async () => {
    expect(await failureOf({ file: writeConfig('export const chat = {}') })).toContain(
      'has no default export. Write: export default',
    )
  })

  it.each(['42', 'null', '() => undefined', 'async () => "options"'])('must be options: %s', async (text) => {
    expect(await failureOf({ file: writeConfig(`export default ${text}`) })).toContain(
      'must be the options of createChatProxy',
    )
  })

  it('has every problem of its options named', async () => {
    const file = writeConfig("export default { backend: {}, basePath: 'chat', allowedOrigins: ['*'] }")
    const failure = await failureOf({ file })
    for (const name of ['backend', 'identify', 'basePath', 'allowedOrigins']) expect(failure).toContain(name)
  })

  it('takes the key from the environment, and names the missing one', async () => {
    expect(await failureOf({ file: writeV2Config() })).toContain('wazzupV2 has invalid options: apiKey')
  })
})
