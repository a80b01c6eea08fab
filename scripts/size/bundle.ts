import { basename } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'
import { rolldown } from 'rolldown'

/** One file of a bundle. */
export interface Chunk {
  name: string
  code: string
  /** As a server sends it, with Brotli. */
  bytes: number
  /** True for the entry, and for what it imports at once. */
  isFirst: boolean
  /** Minified bytes of each module in it. */
  modules: Record<string, number>
}

/** Parameters of a {@link Bundle}. */
export interface BundleParameters {
  /** Code of the entry. */
  entry: string
  /** Folder with the packages in its `node_modules`. */
  folder: string
}

/** Bundles an entry for a page that brings React, and TanStack Query, itself. The first chunk is the entry. */
export type Bundle = (parameters: BundleParameters) => Promise<Chunk[]>

const external = ['react', 'react/jsx-runtime', 'react-dom', 'react-dom/client', '@tanstack/react-query']

/** Bundles with esbuild. */
export const bundleWithEsbuild: Bundle = async ({ entry, folder }) => {
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry, resolveDir: folder },
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    metafile: true,
    write: false,
    outdir: '/',
    external,
    legalComments: 'none',
    logLevel: 'error',
  })
  const outputs = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]))
  return toChunks(
    outputFiles.map(({ path, text }) => {
      const { imports = [], inputs = {}, entryPoint } = outputs.get(basename(path)) ?? {}
      return {
        name: basename(path),
        code: text,
        isEntry: entryPoint === '<stdin>',
        imports: imports.filter(({ kind }) => kind === 'import-statement').map((each) => basename(each.path)),
        modules: Object.fromEntries(Object.entries(inputs).map(([name, { bytesInOutput }]) => [name, bytesInOutput])),
      }
    }),
  )
}

/** Bundles with Rolldown. */
export const bundleWithRolldown: Bundle = async ({ entry, folder }) => {
  const name = `${folder}/entry.js`
  const bundle = await rolldown({
    input: name,
    external,
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === name ? name : null),
        load: (id) => (id === name ? entry : null),
      },
    ],
    logLevel: 'silent',
  })
  const { output } = await bundle.generate({ format: 'esm', minify: true })
  await bundle.close()
  return toChunks(
    output.flatMap((part) =>
      part.type === 'chunk'
        ? [{ name: part.fileName, code: part.code, isEntry: part.isEntry, imports: part.imports, modules: {} }]
        : [],
    ),
  )
}

interface Part extends Pick<Chunk, 'name' | 'code' | 'modules'> {
  isEntry: boolean
  /** Names of the parts that it imports at once. */
  imports: string[]
}

function toChunks(parts: Part[]): Chunk[] {
  const first = new Set<string>()
  const add = (part: Part | undefined): void => {
    if (!part || first.has(part.name)) return
    first.add(part.name)
    for (const name of part.imports) add(parts.find((other) => other.name === name))
  }
  const entry = parts.find(({ isEntry }) => isEntry)
  add(entry)
  return parts
    .toSorted((one, other) => Number(other === entry) - Number(one === entry))
    .map(({ name, code, modules }) => ({
      name,
      code,
      modules,
      bytes: brotliCompressSync(code).length,
      isFirst: first.has(name),
    }))
}
