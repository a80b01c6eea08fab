import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../../..', import.meta.url))

/** Code that a module takes from another one. */
interface Import {
  file: string
  /** Names that are imported; undefined for all of them. */
  names: string[] | undefined
}

/**
 * Lists the source files that stand behind exported names of a module of the kits, imports on demand included, imports of types
 * left out. Of a module that only passes names on, those that are asked for are followed.
 * @param parameters.isEnd returns true for a file whose own imports do not count
 */
export function listSources({
  entry,
  names,
  isEnd,
}: {
  entry: string
  names: string[] | undefined
  isEnd: (file: string) => boolean
}): string[] {
  const seen = new Set<string>()
  const files = new Set<string>()

  function visit({ file, names: wanted }: Import): void {
    const key = `${file} ${wanted ?? '*'}`
    if (seen.has(key)) return
    seen.add(key)
    const passed = readPassedOn(file)
    if (!passed) files.add(file)
    const isWanted = ([name]: [string, Import]): boolean => !wanted || wanted.includes(name)
    const next = passed
      ? [...passed].filter(isWanted).map(([, target]) => target)
      : isEnd(file)
        ? []
        : readImports(file)
    for (const one of next) visit(one)
  }

  visit({ file: entry, names })
  return [...files]
}

/** Names that a module passes on from others, and nothing else; undefined for a module with code of its own. */
export function readPassedOn(file: string): Map<string, Import> | undefined {
  const text = readCode(file)
  const passed = new Map<string, Import>()
  const rest = text.replace(/export (type )?\{([^}]*)\} from '([^']+)'/g, (_, type, list, specifier) => {
    const target = type ? undefined : resolve(specifier, file)
    for (const [from, to] of readNames(list)) if (target) passed.set(to, { file: target, names: [from] })
    return ''
  })
  return rest.trim() === '' ? passed : undefined
}

function readImports(file: string): Import[] {
  const text = readCode(file)
  const imports: Import[] = []
  const add = (specifier: string, names: string[] | undefined): void => {
    const target = resolve(specifier, file)
    if (target && (names === undefined || names.length > 0)) imports.push({ file: target, names })
  }
  for (const [, list = '', specifier = ''] of text.matchAll(/(?:import|export) \{([^}]*)\} from '([^']+)'/g))
    add(
      specifier,
      readNames(list).map(([from]) => from),
    )
  for (const [, specifier = ''] of text.matchAll(/import(?:\(| \* as \w+ from | )'([^']+)'/g)) add(specifier, undefined)
  return imports
}

/** Reads `a, type B, c as d`, without types. */
function readNames(list: string): [from: string, to: string][] {
  return list.split(',').flatMap((part): [string, string][] => {
    const [from = '', to = from] = part.trim().split(' as ')
    return from === '' || from.startsWith('type ') ? [] : [[from, to]]
  })
}

function readCode(file: string): string {
  return readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*|^'use client'$/gm, '')
}

/** Finds the source of what is imported from the kits; undefined for anything else. */
function resolve(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) {
    const file = join(dirname(from), specifier)
    return /\.tsx?$/.test(file) && existsSync(file) ? file : undefined
  }
  const [, name, path = ''] = /^@crm-chat\/(core|react)(\/.*)?$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  const manifest: { exports: Record<string, { 'crm-chat-source'?: string } | string> } = JSON.parse(
    readFileSync(join(packages, name, 'package.json'), 'utf8'),
  )
  const target = manifest.exports[`.${path}`]
  const source = typeof target === 'object' ? target['crm-chat-source'] : undefined
  return source?.endsWith('.ts') ? join(packages, name, source) : undefined
}
