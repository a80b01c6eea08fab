import { expect, it, onTestFinished, vi } from 'vitest'
import { startSandbox } from '../test/startSandbox.ts'

/** Sets `NODE_ENV` for one test. */
function setEnvironment(name: string | undefined): void {
  vi.stubEnv('NODE_ENV', name)
  onTestFinished(() => void vi.unstubAllEnvs())
}

it.each(['production', 'Production', 'PROD', 'prod', ' production '])(
  'does not start in %s, unless an option allows it',
  async (name) => {
    setEnvironment(name)
    await expect(startSandbox()).rejects.toMatchObject({
      name: 'InvalidOptionError',
      message: expect.stringMatching(/^NODE_ENV is ".*allowProduction: true/),
    })
    const sandbox = await startSandbox({ allowProduction: true })
    expect((await fetch(`${sandbox.url}/livez`)).status).toBe(200)
  },
)

it.each(['development', 'test', 'preproduction', '', undefined])('starts in %s', async (name) => {
  setEnvironment(name)
  const sandbox = await startSandbox()
  expect((await fetch(`${sandbox.url}/livez`)).status).toBe(200)
})
