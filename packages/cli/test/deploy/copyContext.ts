import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Copies the build context of an image: what its `.dockerignore` does not leave out. */
export function copyContext({ from, to, ignore }: { from: string; to: string; ignore: string }): void {
  const rules = parseRules(ignore)
  for (const path of listFiles({ root: from, folder: '', rules })) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    copyFileSync(join(from, path), join(to, path))
  }
}

interface Rule {
  matches: RegExp
  isKept: boolean
}

function parseRules(ignore: string): Rule[] {
  const lines = ignore.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'))
  return lines.map((line) => {
    const pattern = line.replace(/^!/, '')
    const source = pattern
      .split(/(\*\*\/|\*)/)
      .map((part) => (part === '**/' ? '(?:.*/)?' : part === '*' ? '[^/]*' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')))
      .join('')
    return { matches: new RegExp(`^${source}(?:/|$)`), isKept: line.startsWith('!') }
  })
}

/** The last rule that matches decides. */
function isLeftOut({ path, rules }: { path: string; rules: Rule[] }): boolean {
  return rules.findLast(({ matches }) => matches.test(path))?.isKept === false
}

function listFiles({ root, folder, rules }: { root: string; folder: string; rules: Rule[] }): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (isLeftOut({ path, rules })) return []
    if (entry.isDirectory()) return listFiles({ root, folder: path, rules })
    return entry.isFile() ? [path] : []
  })
}
