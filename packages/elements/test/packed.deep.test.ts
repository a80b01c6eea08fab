import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'crm-chat-elements-'))
const read = (path: string): Buffer => readFileSync(join(folder, 'package', path))

/** Packs the package as it is published. It has to be built. */
beforeAll(async () => {
  const file = join(folder, 'elements.tgz')
  await run('pnpm', ['--dir', fileURLToPath(new URL('..', import.meta.url)), 'pack', '--out', file])
  await run('tar', ['-xzf', file, '-C', folder])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the packed scripts have the integrity that the package states', () => {
  const stated: Record<string, string> = JSON.parse(read('dist/integrity.json').toString())
  const { version } = JSON.parse(read('package.json').toString())
  const inFolder = readdirSync(join(folder, 'package/dist/loader', version)).map((name) => `loader/${version}/${name}`)
  expect(Object.keys(stated).sort()).toEqual(['loader.js', ...inFolder].sort())
  for (const [path, value] of Object.entries(stated)) {
    const hash = createHash('sha384')
      .update(read(join('dist', path)))
      .digest('base64')
    expect(value, path).toBe(`sha384-${hash}`)
  }
})

test('the packed loader is small, and its names lead to files', () => {
  expect(brotliCompressSync(read('dist/loader.js')).length).toBeLessThanOrEqual(0.4 * 1024)
  const { exports, customElements } = JSON.parse(read('package.json').toString())
  const targets = Object.values(exports).flatMap((each) =>
    typeof each === 'string' ? [each] : Object.values(Object(each)),
  )
  for (const path of [...targets, customElements]) expect(read(String(path)).length, String(path)).toBeGreaterThan(0)
})
