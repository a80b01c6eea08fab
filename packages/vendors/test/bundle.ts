import { fileURLToPath } from 'node:url'
import { build } from 'vite'

/** Bundle of a piece of code that uses this package. */
export interface Bundle {
  /** The part that is loaded at once. */
  code: string
  /** Files of this package, and of others, with something in `code`. */
  modules: string[]
}

/** Parameters of {@link bundle}. */
export interface BundleParameters {
  source: string
  /** True to put the lazy part into files of its own; false for one script. */
  split: boolean
}

const conditions = ['crm-chat-source', 'worker', 'browser', 'module', 'import', 'default']

/** Bundles a piece of code as an application (split) or a worker (one script) would: with its dependencies, and nothing unused. */
export async function bundle({ source, split }: BundleParameters): Promise<Bundle> {
  const id = '\0entry'
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('..', import.meta.url)),
    resolve: { conditions },
    ssr: { target: split ? 'node' : 'webworker', noExternal: true, resolve: { conditions } },
    build: {
      ssr: true,
      write: false,
      minify: true,
      target: 'es2023',
      rolldownOptions: {
        input: 'entry',
        preserveEntrySignatures: 'strict',
        output: split ? { format: 'es' } : { format: 'iife', codeSplitting: false },
      },
    },
    plugins: [
      {
        name: 'entry',
        resolveId: (name) => (name === 'entry' ? id : null),
        load: (name) => (name === id ? source : null),
      },
    ],
  })
  const outputs = [result].flat().flatMap((output) => ('output' in output ? output.output : []))
  const entry = outputs.find((output) => output.type === 'chunk' && output.isEntry)
  if (entry?.type !== 'chunk') throw new Error('The bundler made no entry.')
  const modules = entry.moduleIds.filter((module) => (entry.modules[module]?.renderedLength ?? 0) > 0)
  return { code: entry.code, modules }
}
