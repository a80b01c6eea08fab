import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles the script that every page of the bench runs first. */
export async function bundleMeasure(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page/measure.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}
