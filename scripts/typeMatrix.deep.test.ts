import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTerminal } from './packed/openTerminal.ts'
import { findObstacle, openWorkshop, type Workshop } from './packed/openWorkshop.ts'
import { type Entry, readEntries } from './packed/readEntries.ts'

const compilers = ['5.4', '5.6', '5.9', '6.0', '7.0']
const resolutions = ['bundler', 'nodenext']
const fixtures = fileURLToPath(new URL('fixtures/types', import.meta.url))
const installMs = 15 * 60_000

/** Projects by their version of React: the pages' code with both, all else with one. */
const projects: Record<string, { files: string[]; has: (id: string) => boolean }> = {
  '18.3': {
    files: ['react.tsx', 'core.ts', 'elements.ts'],
    has: (id) => /\/(react|core|elements)(\/(?!testing)|$)/.test(id),
  },
  '19': { files: readdirSync(fixtures), has: (id) => id !== 'crm-chat-sandbox' },
}

const obstacle = findObstacle()
let workshop: Workshop

/** Installs the compilers, and a project for each React with the packages, as they would be published. */
beforeAll(async () => {
  if (obstacle) return
  workshop = await openWorkshop()
  const terminal = openTerminal(workshop)
  const names = compilers.map((version) => `typescript-${version}@npm:typescript@~${version}.0`)
  await terminal.run(`npm install --prefix compilers ${names.join(' ')}`)
  for (const [react, { files, has }] of Object.entries(projects)) {
    const own = new Set(readEntries().map(({ packageName }) => `${packageName}@latest`))
    const types = [`@types/react@^${react}.0`, '@types/node@^20']
    const others = [
      `react@^${react}.0`,
      `react-dom@^${react}.0`,
      '@tanstack/react-query@^5',
      '@playwright/test',
      'ioredis',
    ]
    mkdirSync(join(workshop.folder, `react-${react}`))
    writeFileSync(join(workshop.folder, `react-${react}`, 'package.json'), '{"type":"module"}')
    await terminal.run(
      `npm install --ignore-scripts --prefix react-${react} ${[...own, ...types, ...others].join(' ')}`,
    )
    for (const file of files) cpSync(join(fixtures, file), join(workshop.folder, `react-${react}`, file))
    const entries = readEntries().filter(({ id }) => has(id))
    writeFileSync(join(workshop.folder, `react-${react}`, 'everything.ts'), toModule(entries))
  }
}, installMs)

afterAll(() => workshop?.close())

/** A module that loads the declarations of entries. */
function toModule(entries: Entry[]): string {
  return entries.map(({ id }, index) => `export * as entry${index} from '${id}'`).join('\n')
}

function toConfig({ resolution, isSandbox }: { resolution: string; isSandbox: boolean }): object {
  return {
    compilerOptions: {
      module: resolution === 'bundler' ? 'esnext' : 'nodenext',
      moduleResolution: resolution,
      target: 'es2022',
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: ['node'],
      jsx: 'react-jsx',
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      verbatimModuleSyntax: true,
      skipLibCheck: isSandbox, // The types of its database have errors of their own.
      noEmit: true,
    },
    include: isSandbox ? ['sandbox.ts'] : ['*.ts', '*.tsx'],
    exclude: isSandbox ? [] : ['sandbox.ts'],
  }
}

/** Compiles a project. @returns the complaints */
async function compile({
  react,
  resolution,
  compiler,
  isSandbox = false,
}: {
  react: string
  resolution: string
  compiler: string
  isSandbox?: boolean
}): Promise<string[]> {
  const folder = join(workshop.folder, `react-${react}`)
  const config = `tsconfig.${resolution}.json`
  writeFileSync(join(folder, config), JSON.stringify(toConfig({ resolution, isSandbox })))
  const terminal = openTerminal({ folder, env: workshop.env })
  const command = `node ../compilers/node_modules/typescript-${compiler}/bin/tsc -p ${config} --pretty false`
  const output = await terminal.run(`${command} || true`)
  return output.split('\n').filter((line) => line.trim() !== '')
}

describe.each(Object.keys(projects))('with React %s', (react) => {
  describe.each(resolutions)('and moduleResolution %s', (resolution) => {
    test.for(compilers)(
      'every public export can be used, and wrong props are errors, in TypeScript %s',
      { timeout: installMs },
      async (compiler, { skip }) => {
        if (obstacle) skip(obstacle)
        expect(await compile({ react, resolution, compiler })).toEqual([])
      },
    )
  })
})

test.for(['5.4', '7.0'])(
  'the sandbox can be used in TypeScript %s',
  { timeout: installMs },
  async (compiler, { skip }) => {
    if (obstacle) skip(obstacle)
    expect(await compile({ react: '19', resolution: 'nodenext', compiler, isSandbox: true })).toEqual([])
  },
)

test('each wrong use is an error of its own', { timeout: installMs }, async ({ skip }) => {
  if (obstacle) skip(obstacle)
  const text = readFileSync(join(fixtures, 'wrong.tsx'), 'utf8')
  const file = join(workshop.folder, 'react-19', 'wrong.tsx')
  writeFileSync(file, text.replaceAll('@ts-expect-error', ''))
  const lines = (await compile({ react: '19', resolution: 'bundler', compiler: '7.0' })).filter((line) =>
    line.startsWith('wrong.tsx'),
  )
  writeFileSync(file, text)
  expect(lines.length).toBe(text.split('@ts-expect-error').length - 1)
})

test('the files use every value that the packages for pages and servers export', { timeout: installMs }, async ({
  skip,
}) => {
  if (obstacle) skip(obstacle)
  const used = readdirSync(fixtures)
    .map((file) => readFileSync(join(fixtures, file), 'utf8'))
    .join('\n')
  const ids = readEntries()
    .map(({ id }) => id)
    .filter((id) => /^@crm-chat\/(react|elements|core|proxy\/?.*)$/.test(id))
  const terminal = openTerminal({ folder: join(workshop.folder, 'react-19'), env: workshop.env })
  const script = `for (const id of ${JSON.stringify(ids)}) console.log(id, Object.keys(await import(id)).join(' '))`
  writeFileSync(join(workshop.folder, 'react-19', 'list.mjs'), script)
  const names = (await terminal.run('node list.mjs')).split('\n').flatMap((line) => line.split(' ').slice(1))
  expect(names.length).toBeGreaterThan(25)
  expect(names.filter((name) => !new RegExp(`\\b${name}\\b`).test(used))).toEqual([])
})
