import { readFile } from 'node:fs/promises'

/** The events that `docs/coverage.md` has for a vendor: all that its documents name. */
export async function listEvents(vendor: string): Promise<string[]> {
  const page = await readFile(new URL('../../../../docs/coverage.md', import.meta.url), 'utf8')
  const chapter = page.split('\n## ').find((text) => text.startsWith(`${vendor}\n`)) ?? ''
  return [...chapter.matchAll(/^\| event \| `([^`]+)`/gm)].map(([, name = '']) => name)
}
