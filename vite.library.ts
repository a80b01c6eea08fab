import { readFileSync } from 'node:fs'
import { defineConfig, type UserConfig } from 'vite'

/** Settings that differ between the published packages. */
export interface LibraryOptions {
  /** Entry files, relative to the package: `src/index.ts` is built to `dist/index.js`. */
  entries: string[]
  plugins?: UserConfig['plugins']
  /** Puts all modules into a few files, so that a command starts faster. @default one output file per source file */
  bundled?: boolean
}

/** Vite configuration of a published package: ES modules, dependencies not included. */
export function library({ entries, plugins = [], bundled = false }: LibraryOptions): UserConfig {
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
        output: {
          entryFileNames: '[name].js',
          ...(bundled
            ? { chunkFileNames: 'modules/[name].js' }
            : { preserveModules: true, preserveModulesRoot: 'src' }),
        },
      },
    },
  })
}

function isExternal(): (id: string) => boolean {
  const manifest: { dependencies?: object; peerDependencies?: object; optionalDependencies?: object } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  )
  const names = Object.keys({
    ...manifest.dependencies,
    ...manifest.peerDependencies,
    ...manifest.optionalDependencies,
  })
  // What begins with `#` is chosen at run time, by the `imports` of the package.
  return (id) => /^(?:node:|#)/.test(id) || names.some((name) => id === name || id.startsWith(`${name}/`))
}
