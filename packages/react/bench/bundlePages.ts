import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { unpackPackages } from '../../../scripts/size/unpackPackages.ts'

/** Bundles the pages for production, with the packages as they are published. @returns the files by their names */
export async function bundlePages(): Promise<Map<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'crm-chat-bench-'))
  try {
    unpackPackages(folder, ['protocol', 'core', 'react'])
    return await bundle(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function bundle(folder: string): Promise<Map<string, string>> {
  const page = (name: string): string => fileURLToPath(new URL(`page/${name}`, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [page('kit.tsx'), page('bare.ts'), page('conversation.tsx'), page('bareLog.ts')],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    write: false,
    outdir: '/',
    define: { 'process.env.NODE_ENV': '"production"' },
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))], // For React.
    logLevel: 'error',
    plugins: [
      {
        name: 'published packages',
        setup: ({ onResolve, resolve }) => {
          onResolve({ filter: /^@crm-chat\// }, ({ path, kind, resolveDir }) =>
            resolveDir.startsWith(folder) ? undefined : resolve(path, { kind, resolveDir: folder }),
          )
        },
      },
    ],
  })
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]))
}
