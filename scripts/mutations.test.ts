import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { readMutations } from './mutations/readMutations.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

it.each(readMutations())('the patch $name applies, and its test file exists', ({ diff, file }) => {
  expect(existsSync(new URL(`../${file}`, import.meta.url))).toBe(true)
  // Throws for a patch that does not apply.
  execFileSync('git', ['apply', '--check', '-C1', '-'], { cwd: root, input: diff, stdio: ['pipe', 'pipe', 'pipe'] })
})
