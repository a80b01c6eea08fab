import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../../e2e/stories', import.meta.url))

/** A story over the real stack. */
export interface Story {
  file: string
  title: string
  /** Operations that its tags name. A story whose browsers do not request one of them fails. */
  operations: string[]
}

/** Finds the stories with tags: `story('…', { tag: ['@sendMessage'] }, …)`. `@deep` is for those of `pnpm test:deep`. */
export function findStories(): Story[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.spec.ts'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      const found = text.matchAll(
        /\b(?:story|test)\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1,\s*\{\s*tag: (\[[^\]]*\]|'[^']*')/g,
      )
      return Array.from(found, ([, , title = '', tags = '']) => ({
        file,
        title: title.replace(/\\(.)/g, '$1'),
        operations: [...tags.matchAll(/@(\w+)/g)].map(([, name = '']) => name).filter((name) => name !== 'deep'),
      }))
    })
}
