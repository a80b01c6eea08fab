import { expect, it } from 'vitest'
import { spawnCli } from '../test/spawnCli.ts'

it('shows its commands, and the options of each', async () => {
  const lines = [['--help'], ['proxy', '--help'], ['doctor', '-h'], ['csp', '--help']]
  const [all, proxy, doctor, csp] = lines.map((args) => spawnCli(args))
  expect(await all?.exited).toBe(0)
  expect(all?.output.stdout).toContain('crm-chat proxy --sandbox')
  expect(await proxy?.exited).toBe(0)
  expect(proxy?.output.stdout).toContain('--sandbox-port <number>')
  expect(await doctor?.exited).toBe(0)
  expect(doctor?.output.stdout).toContain('--page <url>')
  expect(await csp?.exited).toBe(0)
  expect(csp?.output.stdout).toContain('--sandbox [url]')
})

it('exits with 2 for an unknown command, whose name may be a key by mistake', async () => {
  const { output, exited } = spawnCli(['a-key-by-mistake'])
  expect(await exited).toBe(2)
  expect(output).toEqual({
    stdout: '',
    stderr: 'crm-chat: The commands are proxy, doctor, csp. See crm-chat --help.\n',
  })
})
