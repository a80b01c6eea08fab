import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { type CodeBlock, root } from './readDocuments.ts'

const folder = join(root, 'node_modules/.cache/documents')

/** Endings of the languages that have types. */
const endings: Record<string, string> = { ts: 'mts', tsx: 'tsx', js: 'mjs' }

/** Result of {@link checkTypes}. */
export interface TypeCheck {
  /** Number of blocks that have types. */
  checked: number
  /** What the compiler says, with the place in the document. */
  complaints: string[]
}

/** Checks the types of blocks, each as a module of its own, against the packages as they are built. */
export function checkTypes(blocks: CodeBlock[]): TypeCheck {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const places = new Map<string, string>()
  for (const [index, { place, language, code }] of blocks.entries()) {
    const ending = endings[language]
    if (ending === undefined) continue
    const name = `block${index}.${ending}`
    places.set(name, place)
    writeFileSync(join(folder, name), `${language === 'tsx' ? toModule(code) : code}\nexport {}\n`)
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(toConfig()))
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { cwd: folder, encoding: 'utf8' })
  const lines = stdout.split('\n').filter((line) => line !== '')
  const complaints = lines.map((line) => line.replace(/^block\d+\.\w+/, (name) => places.get(name) ?? name))
  return { checked: places.size, complaints }
}

/**
 * Makes a module of a block. Elements at its end may be several, and the last may be an opening tag alone, as documents show them
 * where the content does not matter.
 */
function toModule(code: string): string {
  const start = /^<\w/m.exec(code)?.index ?? code.length
  const markup = code.slice(start).trim()
  if (markup === '') return code
  const [, tag = ''] = /^<(\w+)/.exec(markup) ?? []
  const end = /(\/|<\/\w+)>$/.test(markup) ? '' : `</${tag}>`
  return `${code.slice(0, start)};<>${markup}${end}</>`
}

/** Every import is a built package of ours, or what some package of ours depends on. */
function toConfig(): object {
  const from = (path: string) => `./${relative(folder, join(root, path))}`
  const paths = Object.fromEntries(readdirSync(join(root, 'packages')).flatMap((name) => toPaths({ name, from })))
  const others = [
    'node_modules/@types/*',
    'node_modules/.pnpm/node_modules/@types/*',
    'node_modules/*',
    'node_modules/.pnpm/node_modules/*',
  ]
  return {
    extends: from('tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      customConditions: [],
      noEmit: true,
      allowJs: true,
      checkJs: true,
      jsx: 'react-jsx',
      lib: ['ES2023', 'DOM', 'DOM.Iterable'],
      types: ['node', 'vite/client'],
      typeRoots: [from('node_modules/@types'), from('node_modules')],
      paths: { ...paths, '*': others.map(from) },
      moduleDetection: 'force',
      noUncheckedSideEffectImports: false,
      rootDir: from('.'),
    },
    include: ['*.mts', '*.tsx', '*.mjs', from('scripts/documents/ambient.d.ts')],
  }
}

function toPaths({ name, from }: { name: string; from: (path: string) => string }): [string, string[]][] {
  const { name: packageName, exports } = readManifest(name)
  return Object.entries(exports).flatMap(([entry, target]): [string, string[]][] => {
    const types = typeof target === 'string' ? undefined : target.types
    return types ? [[`${packageName}${entry.slice(1)}`, [from(join('packages', name, types))]]] : []
  })
}

interface Manifest {
  name: string
  exports: Record<string, string | { types?: string }>
}

function readManifest(name: string): Manifest {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'))
}
