import { describe, expect, it } from 'vitest'
import { runCli } from '../test/runCli.ts'

describe('crm-chat-sandbox compare', () => {
  const key = 'canary-5e77aa01'

  it.each([
    [['--vendor', 'wazzup-v3', '--key-env', key], /the environment variable that --key-env names is not set/i],
    [['--vendor', 'wazzup-v3', '--key', key], /Unknown option '--key'/],
    [['--vendor', 'wazzup-v3', key], /too many arguments/],
    [['--vendor', key], /--vendor must be one of wazzup-v2/],
    [['--vendor', 'whatomate', '--key-env', 'SECRET'], /--base-url is missing/],
    [['--vendor', 'wazzup-v3', '--key-env', 'SECRET', '--base-url', `http://example.com/?key=${key}`], /without a key/],
    [['--vendor', 'wazzup-v3', '--key-env', 'SECRET', '--base-url', 'http://example.com'], /https/],
    [['--vendor', 'wazzup-v3', '--key-env', 'SECRET', '--base-url', 'http://127.0.0.1:1'], /cannot be reached/],
    [['--vendor', 'wazzup-v3', '--key-env', 'SECRET', '--send-to', key], /phone number/],
  ])('refuses %j in one line that repeats no key', async (flags, message) => {
    const { output, exited } = runCli(['compare', ...flags], { SECRET: key })
    expect(await exited).toBe(1)
    expect(output.stderr).toMatch(message)
    expect(output.stderr).not.toContain('canary')
  })
})

describe('crm-chat-sandbox record and replay', () => {
  it.each([
    [['record', '--out', 'x'], /--upstream is missing/],
    [['record', '--upstream', 'http://127.0.0.1:1'], /--out is missing/],
    [['replay'], /The folder is missing/],
    [['replay', '/nowhere/at/all'], /cannot be read/],
    [['rekord'], /The only commands are compare, record, replay/],
  ])('refuse %j in one line', async (flags, message) => {
    const { output, exited } = runCli(flags)
    expect(await exited).toBe(1)
    expect(output.stderr).toMatch(message)
    expect(output.stderr.trimEnd()).not.toContain('\n')
  })

  it.each(['compare', 'record', 'replay'])('%s tells its flags', async (command) => {
    const { output, exited } = runCli([command, '--help'])
    expect(await exited).toBe(0)
    expect(output.stdout).toMatch(new RegExp(`^crm-chat-sandbox ${command}`))
  })
})
