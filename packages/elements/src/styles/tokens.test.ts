import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

async function defaultsIn(...paths: string[]): Promise<string[]> {
  const sheets = await Promise.all(paths.map((path) => readFile(new URL(path, import.meta.url), 'utf8')))
  const defaults = sheets.join().matchAll(/var\((--cc-[a-z-]+), (light-dark\([^)]*\)|[^()]*)\)/g)
  return [...new Set([...defaults].map(([, name, value]) => `${name}: ${value}`))].sort()
}

test('has the same variables with the same defaults as the React components', async () => {
  const ours = await defaultsIn('tokens.css')
  expect(ours).toEqual(await defaultsIn('../../../react/src/theme.css', '../../../react/src/reset.css'))
  expect(ours).toContain('--cc-accent: light-dark(#2d5bd7, #8aa5ff)')
})
