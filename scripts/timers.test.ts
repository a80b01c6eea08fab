import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The one file of each package that starts timers, and says what a time beyond 24.8 days and `Infinity` mean. */
const places: Record<string, string[]> = {
  'packages/protocol/src': [],
  'packages/core/src': ['clock.ts'],
  'packages/react/src': [],
  'packages/elements/src': [],
  'packages/vendors/src': ['http/clock.ts'],
  'packages/proxy/src': ['clock.ts'],
  'packages/cli/src': ['timers.ts'],
  'packages/sandbox/src': [
    'store/clock/timers.ts',
    'server/pages/drawPage.ts', // The script of a page, with a time of its own.
  ],
  'packages/sandbox/web': ['ui/timers.ts'],
  'apps/crm/src': [
    'server/timers.ts',
    'web/ui/timers.ts', // Of seconds only.
  ],
}

/** Code that starts a timer of the runtime, which fires at once when its time is too long. */
const startsTimer =
  /\b(?:setTimeout|setInterval)\s*\(|\bAbortSignal\s*\.\s*timeout\b|\b(?:setTimeout|setInterval|scheduler)\b[^'"]*['"](?:node:)?timers/

describe.each(Object.entries(places))('in %s', (folder, allowed) => {
  it('timers start in one place', () => {
    const files = listSources(join(root, folder)).filter((file) => startsTimer.test(withoutComments(file)))
    expect(files.map((file) => relative(join(root, folder), file).replaceAll('\\', '/')).sort()).toEqual(allowed.sort())
  })
})

it.each([
  'setTimeout(run, ms)',
  'globalThis.setInterval (run, ms)',
  'const signal = AbortSignal.timeout(ms)',
  "import { setTimeout as delay } from 'node:timers/promises'",
])('finds %s', (code) => {
  expect(startsTimer.test(code)).toBe(true)
})

function listSources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
    .map((file) => join(folder, file))
}

function withoutComments(file: string): string {
  return readFileSync(file, 'utf8')
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*\/\/.*$/gm, '')
}
