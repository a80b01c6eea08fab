import { readFileSync } from 'node:fs'
import { defineConfig, type UserConfig } from 'vite'

/** What differs between our published packages. */
export interface LibraryOptions {
  /** Entry files, relative to the package: `src/index.ts` is built to `dist/index.js`. */
  entries: string[]
  plugins?: UserConfig['plugins']
}

/** Vite configuration of a published package: ES modules, one output file a source file, dependencies left outside. */
export function library({ entries, plugins = [] }: LibraryOptions): UserConfig {
  return defineConfig({
    plugins,
    build: {
      target: 'es2023',
      minify: false,
      sourcemap: true,
      emptyOutDir: true,
      lib: { entry: entries, formats: ['es'] },
      rolldownOptions: {
        external: isExternal(),
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  })
}

function isExternal(): (id: string) => boolean {
  const manifest: { dependencies?: object; peerDependencies?: object } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  return (id) => id.startsWith('node:') || names.some((name) => id === name || id.startsWith(`${name}/`))
}
