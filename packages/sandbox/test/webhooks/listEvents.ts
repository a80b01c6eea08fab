import { readFile } from 'node:fs/promises'

/** Lists a vendor's documented events from `docs/coverage.md`. */
export async function listEvents(vendor: string): Promise<string[]> {
  const page = await readFile(new URL('../../../../docs/coverage.md', import.meta.url), 'utf8')
  const chapter = page.split('\n## ').find((text) => text.startsWith(`${vendor}\n`)) ?? ''
  return [...chapter.matchAll(/^\| event \| `([^`]+)`/gm)].map(([, name = '']) => name)
}
