import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { readDocuments, root } from './documents/readDocuments.ts'

const documents = readDocuments()
const blocks = documents.flatMap((document) => document.blocks)
const commands = blocks
  .filter(({ language }) => language === 'sh')
  .flatMap(({ place, code }) => code.split('\n').map((line) => ({ place, line: line.replace(/\s+#.*/, '') })))

it('has the documents and their code', () => {
  const files = documents.map(({ file }) => file)
  expect(files).toEqual(expect.arrayContaining(['README.md', 'docs/guide/README.md', 'packages/proxy/README.md']))
  expect(commands.length).toBeGreaterThan(15)
})

it('has a language for every block that can be checked', () => {
  const known = /^(sh|ts|tsx|js|json|html|css|vue|svelte|yaml|text|)$/
  expect(blocks.filter(({ language }) => !known.test(language))).toEqual([])
  for (const { language, code } of blocks) if (language === 'json') JSON.parse(code)
})

/** Text of the sources of a command, which has its help. */
function readSource(folder: string): string {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  return sources.map((file) => readFileSync(join(root, folder, file), 'utf8')).join('\n')
}

it.each([
  ['@crm-chat/cli', 'packages/cli/src'],
  ['crm-chat-sandbox', 'packages/sandbox/src'],
])('names options of %s that its help has', (name, folder) => {
  const help = readSource(folder)
  const lines = commands.filter(({ line }) => new RegExp(`npx ${name}( |$)`).test(line))
  expect(lines.length).toBeGreaterThan(2)
  const used = lines.flatMap(({ place, line }) =>
    [...line.matchAll(/ (--[a-z-]+)/g)].map(([, flag = '']) => ({ place, flag })),
  )
  expect(used.filter(({ flag }) => !new RegExp(`^ +${flag}\\b`, 'm').test(help))).toEqual([])
})

it('names scripts of this repository that exist', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const named = commands.flatMap(({ place, line }) => {
    const [, script = ''] = /^npx --yes pnpm@12 (?:run )?([a-z:]+)/.exec(line) ?? []
    return script ? [{ place, script }] : []
  })
  expect(named.length).toBeGreaterThan(2)
  expect(named.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([])
})

it('installs packages of this repository that exist', () => {
  const own = readdirSync(join(root, 'packages')).map((name) => readManifest(join('packages', name)).name)
  const installed = commands
    .filter(({ line }) => line.startsWith('npm install '))
    .flatMap(({ place, line }) =>
      line
        .split(' ')
        .filter((word) => /crm-chat/.test(word) && !word.startsWith('/'))
        .map((name) => ({ place, name })),
    )
  expect(installed.length).toBeGreaterThan(3)
  expect(installed.filter(({ name }) => !own.includes(name))).toEqual([])
})

function readManifest(folder: string): { name: string } {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'))
}

/** Anchors of a document, as its headings have them. */
function readAnchors(file: string): string[] {
  const headings = readFileSync(join(root, file), 'utf8').matchAll(/^#+ (.+)$/gm)
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  )
}

it('links to files and headings that exist', () => {
  const links = documents.flatMap(({ file, text }) =>
    [...text.replaceAll(/```.*?```/gs, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ file, target })),
  )
  const own = links.filter(({ target }) => !/^[a-z]+:/.test(target))
  expect(own.length).toBeGreaterThan(30)
  const broken = own.filter(({ file, target }) => {
    const [path = '', anchor] = target.split('#')
    const linked = path === '' ? file : join(dirname(file), path)
    if (!existsSync(join(root, linked))) return true
    return anchor !== undefined && linked.endsWith('.md') && !readAnchors(linked).includes(anchor)
  })
  expect(broken).toEqual([])
})
