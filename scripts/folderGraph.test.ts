import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findMutualFolders, type Import, readImports } from './folderGraph.ts'

const source = fileURLToPath(new URL('../packages/sandbox/src', import.meta.url))

/** Folders of the sandbox, lowest first: each may import those before it. `control` and `chats` are side by side. */
const floors = [['store'], ['messengers'], ['server'], ['vendors'], ['account'], ['control', 'chats'], ['traffic']]
const imports = readImports(readSource())

describe('the folders of sandbox/src', () => {
  it('are the ones that have a place in the order', () => {
    const folders = readdirSync(source, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(folders.map(({ name }) => name).toSorted()).toEqual(floors.flat().toSorted())
  })

  it('have no two that depend on each other, at any depth', () => {
    expect(imports.length).toBeGreaterThan(500)
    expect(findMutualFolders(imports)).toEqual([])
  })

  it('import downwards only', () => {
    expect(imports.filter(pointsUp).map(describeImport)).toEqual([])
  })

  it('leave it to the files of the root to know every vendor', () => {
    expect(imports.filter(leavesVendor).map(describeImport)).toEqual([])
    const above = imports.filter(isAboveVendors)
    const knowsAnother = (one: Import) =>
      above.some(({ from, to }) => from === one.from && vendorOf(to) !== vendorOf(one.to))
    expect(above.filter(knowsAnother).map(describeImport)).toEqual([])
  })
})

describe('findMutualFolders', () => {
  it.each<[string, Import[]]>([
    ['side by side', [link('a/x.ts', 'b/y.ts'), link('b/z.ts', 'a/w.ts')]],
    ['side by side, by way of their subfolders', [link('a/p/x.ts', 'b/y.ts'), link('b/q/z.ts', 'a/w.ts')]],
    ['side by side in a folder', [link('c/a/x.ts', 'c/b/y.ts'), link('c/b/z.ts', 'c/a/w.ts')]],
    ['one inside the other', [link('a/x.ts', 'a/b/y.ts'), link('a/b/z.ts', 'a/w.ts')]],
    ['of which one is the root', [link('x.ts', 'a/y.ts'), link('a/z.ts', 'w.ts')]],
  ])('finds two folders %s', (_place, links) => {
    expect(findMutualFolders(links)).toHaveLength(1)
  })

  it('names the two imports', () => {
    const links = [link('a/x.ts', 'b/y.ts'), link('b/z.ts', 'a/w.ts')]
    expect(findMutualFolders(links)).toEqual(['a ⇄ b: a/x.ts → b/y.ts, b/z.ts → a/w.ts'])
  })

  it('accepts one direction, and any import inside a folder', () => {
    const links = [
      link('a/x.ts', 'b/y.ts'),
      link('a/z.ts', 'b/w.ts'),
      link('b/w.ts', 'b/y.ts'),
      link('b/y.ts', 'b/w.ts'),
    ]
    expect(findMutualFolders(links)).toEqual([])
  })
})

describe('readImports', () => {
  it('reads imports of values, of types and at run time', () => {
    const files = new Map([
      ['a/x.ts', "import { y } from '../b/y.ts'\nimport type { Z } from './z.ts'\nconst w = await import('./w.ts')"],
      ['a/z.ts', "export {\n  y,\n} from '../b/y.ts'\nimport { readFile } from 'node:fs'"],
      ['a/w.ts', "import './z.ts'"],
      ['b/y.ts', ''],
    ])
    expect(readImports(files)).toEqual([
      link('a/x.ts', 'b/y.ts'),
      link('a/x.ts', 'a/z.ts'),
      link('a/x.ts', 'a/w.ts'),
      link('a/z.ts', 'b/y.ts'),
      link('a/w.ts', 'a/z.ts'),
    ])
  })

  it('refuses an import that leads nowhere, since the graph would miss it', () => {
    expect(() => readImports(new Map([['a/x.ts', "import { y } from './y'"]]))).toThrow('there is no a/y')
  })
})

function link(from: string, to: string): Import {
  return { from, to }
}

function readSource(): Map<string, string> {
  const paths = readdirSync(source, { recursive: true, encoding: 'utf8' }).map((path) => path.split(sep).join('/'))
  const files = paths.filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('.d.ts'))
  return new Map(files.map((path) => [path, readFileSync(join(source, path), 'utf8')]))
}

/** Finds an import of a higher floor, or of a neighbour on the same one. The root is above all floors. */
function pointsUp({ from, to }: Import): boolean {
  const [here, there] = [topOf(from), topOf(to)]
  return here !== there && floorOf(here) <= floorOf(there)
}

function floorOf(top: string): number {
  return top === '' ? floors.length : floors.findIndex((floor) => floor.includes(top))
}

function topOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : ''
}

/** Name of the vendor whose folder a file is in. */
function vendorOf(path: string): string | undefined {
  return /^vendors\/([^/]+)\//.exec(path)?.[1]
}

function leavesVendor({ from, to }: Import): boolean {
  return from.startsWith('vendors/') && vendorOf(to) !== undefined && vendorOf(from) !== vendorOf(to)
}

function isAboveVendors({ from, to }: Import): boolean {
  return topOf(from) !== '' && topOf(from) !== 'vendors' && vendorOf(to) !== undefined
}

function describeImport({ from, to }: Import): string {
  return `${from} → ${to}`
}
