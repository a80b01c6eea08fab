import { readdirSync, readFileSync } from 'node:fs'

/** A file of this package. */
export interface SourceFile {
  /** Below `src`. */
  name: string
  text: string
}

/** Reads the files of a folder of `src`, with those of its sub-folders. */
export function readFolder(folder: string): SourceFile[] {
  const root = new URL('../src/', import.meta.url)
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\.ts$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }))
}
