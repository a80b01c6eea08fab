import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** The tool that serves a project's pages in development, as far as it is known. */
export type Framework = 'vite' | 'next' | 'other' | 'none'

const names = z.record(z.string(), z.unknown()).default({})
const packageSchema = z.object({ dependencies: names, devDependencies: names })

/** Finds out by the `package.json` of a folder which framework it has: `none` without such a file. */
export async function findFramework(folder: string): Promise<Framework> {
  const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return 'none'
  const { success, data } = packageSchema.safeParse(parse(text))
  const known = success ? { ...data.devDependencies, ...data.dependencies } : {}
  if (Object.hasOwn(known, 'next')) return 'next'
  return Object.hasOwn(known, 'vite') ? 'vite' : 'other'
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
