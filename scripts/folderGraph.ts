import { posix } from 'node:path'

/** One file's import of another one, type imports included. Paths are relative to the root of the graph. */
export interface Import {
  from: string
  to: string
}

/** Imports among files, by their path and text. @throws {Error} when a relative import leads to none of them. */
export function readImports(files: ReadonlyMap<string, string>): Import[] {
  return [...files].flatMap(([from, text]) => relativeImports(text).flatMap((to) => resolveImport({ files, from, to })))
}

/** Pairs of folders that depend on each other, each with an import in either direction. */
export function findMutualFolders(imports: readonly Import[]): string[] {
  const first = new Map<string, Import>()
  for (const each of imports) {
    for (const pair of folderPairs(each)) if (!first.has(pair)) first.set(pair, each)
  }
  return [...first].flatMap(([pair, { from, to }]) => {
    const [one = '', other = ''] = pair.split(' → ')
    const back = first.get(`${other} → ${one}`)
    return back && one < other ? `${one} ⇄ ${other}: ${from} → ${to}, ${back.from} → ${back.to}` : []
  })
}

/** Each folder around the importing file with each around the imported one, unless one of the two contains the other. */
function folderPairs({ from, to }: Import): string[] {
  const pairs = foldersAround(from).flatMap((one) =>
    foldersAround(to)
      .filter((other) => !contains(one, other) && !contains(other, one))
      .map((other) => `${one} → ${other}`),
  )
  const [here, there] = [posix.dirname(from), posix.dirname(to)]
  const nested = here !== there && (contains(here, there) || contains(there, here))
  return nested ? [...pairs, `${here} → ${there}`] : pairs
}

/** `a/b/c.ts` → `a/b`, `a`. Files of the root have none. */
function foldersAround(file: string): string[] {
  const folder = posix.dirname(file)
  return folder === '.' ? [] : [folder, ...foldersAround(folder)]
}

function contains(folder: string, other: string): boolean {
  return folder === other || folder === '.' || other.startsWith(`${folder}/`)
}

function relativeImports(text: string): string[] {
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g)].flatMap(([, path]) => path ?? [])
}

function resolveImport({
  files,
  from,
  to,
}: {
  files: ReadonlyMap<string, string>
  from: string
  to: string
}): Import[] {
  const path = posix.join(posix.dirname(from), to)
  if (path.startsWith('../')) return []
  if (files.has(path)) return [{ from, to: path }]
  throw new Error(`${from} imports ${to}, but there is no ${path}.`)
}
