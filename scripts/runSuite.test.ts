import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runSuite } from './runSuite.ts'
import { formatSlowest, formatUnsteady } from './testProgress.ts'

/** Runs files of the small suite with the real Vitest. */
async function run(files: string[], options: { hungMs?: number; env?: Record<string, string> } = {}) {
  let output = ''
  const result = await runSuite({
    runner: 'vitest',
    args: ['--config=scripts/fixtures/suite/vitest.config.ts', ...files.map((file) => `${file}.test.ts`)],
    onOutput: (text) => {
      output += text
    },
    ...options,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
  })
  return { ...result, output, files: result.times.map(({ file }) => file.replace(/^.*\//, '')) }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

describe.concurrent('a run of test files', () => {
  it('counts what passed and what failed, and lists the files with the slowest first', async ({ expect }) => {
    const { counts, files, times, output } = await run(['passes', 'fails', 'takesLong'])
    expect(counts).toMatchObject({ passed: 14, failed: 1 })
    expect(files[0]).toBe('takesLong.test.ts')
    expect(files.toSorted()).toEqual(['fails.test.ts', 'passes.test.ts', 'takesLong.test.ts'])
    expect(times[0]?.ms).toBeGreaterThan(2_400)
    expect(output).toContain('expected 1 to be 2')
    expect(output).not.toContain('Still running')
  })

  it('names a test that failed, and passed when it was tried again', async ({ expect }) => {
    const { counts, unsteady } = await run(['passes', 'unsteady'])
    expect(counts).toMatchObject({ passed: 2, failed: 0 })
    expect(unsteady).toEqual(['fixture › scripts/fixtures/suite/unsteady.test.ts › passes on a second try'])
    expect(formatUnsteady(unsteady)).toBe(`
Failed, and passed on a second try:
  fixture › scripts/fixtures/suite/unsteady.test.ts › passes on a second try`)
    expect(formatUnsteady([])).toBe('')
  })

  it('fails when a file does not load', async ({ expect }) => {
    const { counts } = await run(['passes', 'doesNotLoad'])
    expect(counts).toMatchObject({ passed: 1, failed: 1 })
  })

  it('names a file that takes long, and lets it end', async ({ expect }) => {
    const { counts, output } = await run(['takesLong'], { hungMs: 2_000 })
    expect(
      output.match(/Still running after \S+ s: fixture › scripts\/fixtures\/suite\/takesLong\.test\.ts/g),
    ).toHaveLength(1)
    expect(counts).toMatchObject({ passed: 12, failed: 0 })
  })

  it.for(['waits', 'spins'])('is ended when a file hangs because it %s, and names the file', async (name, test) => {
    const folder = await mkdtemp(join(tmpdir(), 'crm-chat-pid-'))
    test.onTestFinished(() => rm(folder, { recursive: true }))
    const pidFile = join(folder, 'pid')
    const { counts, output } = await run([name], { hungMs: 2_000, env: { PID_FILE: pidFile } })
    test.expect(output).toContain(`No test has ended for 2.0 s in fixture › scripts/fixtures/suite/${name}.test.ts.`)
    test.expect(counts).toMatchObject({ passed: 0, failed: 1 })
    await test.expect.poll(() => isRunning(Number(readFileSync(pidFile, 'utf8')))).toBe(false)
  })
})

describe('the list of the slowest files', () => {
  it('has the ten slowest, the slowest first', () => {
    const times = Array.from({ length: 12 }, (_, index) => ({ file: `${index}.test.ts`, ms: index * 1_500 }))
    const lines = formatSlowest(times).trim().split('\n')
    expect(lines).toHaveLength(11)
    expect(lines[1]).toBe('   16.5 s  11.test.ts')
    expect(lines.at(-1)).toBe('    3.0 s  2.test.ts')
  })
})
