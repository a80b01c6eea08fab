import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routes } from '@crm-chat/protocol'
import { listSources, readPassedOn } from './sourceGraph.ts'

const react = fileURLToPath(new URL('../../../react/src', import.meta.url))

/** Entries of the kit that export components. */
const entries = ['index.ts', 'conversation/index.ts', 'admin/index.ts']

/** What a component needs that its page creates for it, by the name under which the same entry exports it. */
const madeByPage: Readonly<Record<string, string>> = { Conversation: 'createProxySource' }

/** What a component requests or hears only on its way to something else: it shows nothing of it. */
const incidental: Readonly<Record<string, readonly string[]>> = {
  Conversation: ['unanswered', 'events'],
  MessageExport: ['unanswered', 'events', 'channels', 'event channel'],
}

/** Members of the client, and the operations behind each. */
const members: readonly [pattern: RegExp, operations: string[]][] = [
  [/\bopenWindow\(/, ['window']],
  [/\bunanswered\b[.}]|\.unanswered\b/, ['unanswered', 'events']],
]

/** Live events that a page gets, by their names. */
const liveEvents = ['message', 'status', 'channel', 'export']

/**
 * Finds the operations and live events (`event message`) of each component of the kit in its source, and in whatever that imports:
 * nothing is declared, so nothing can be out of date.
 */
export function findComponents(): Map<string, Set<string>> {
  return new Map(
    entries.flatMap((entry) =>
      [...(readPassedOn(join(react, entry))?.keys() ?? [])]
        .filter((name) => /^[A-Z]\w+$/.test(name) && !name.endsWith('Provider'))
        .map((name) => [name, usesOf({ entry, name })] as const),
    ),
  )
}

function usesOf({ entry, name }: { entry: string; name: string }): Set<string> {
  const names = [name, madeByPage[name]].flatMap((each) => each ?? [])
  const files = listSources({ entry: join(react, entry), names, isEnd: isClient })
  const uses = new Set(files.flatMap(findUses))
  for (const use of incidental[name] ?? [])
    if (!uses.delete(use)) throw new Error(`${name} has nothing to do with "${use}" any more: take it out of the list.`)
  return uses
}

/** Every operation stands behind the client itself, whoever makes it. */
function isClient(file: string): boolean {
  return /core\/src\/(createChat|operations|live)\.ts$/.test(file)
}

function findUses(file: string): string[] {
  if (isClient(file)) return []
  const text = readFileSync(file, 'utf8')
  const named = [...text.matchAll(/operation(?:: | === |\()([^,\n]*(?:\n[^\n]*){0,1})/g)].flatMap(([, words = '']) =>
    wordsOf(words),
  )
  const typed = [...text.matchAll(/operation: ('\w+'(?: \| '\w+')*)/g)].flatMap(([, words = '']) => wordsOf(words))
  const ofMembers = members.flatMap(([pattern, operations]) => (pattern.test(text) ? operations : []))
  const isListener = /events\.subscribe|LiveEvent/.test(text)
  const ofEvents = isListener
    ? liveEvents.filter((name) =>
        new RegExp(`name === '${name}'|case '${name}'|\\b${name}: (\\[|\\(|parse)`).test(text),
      )
    : []
  return [...named, ...typed, ...ofMembers, ...ofEvents.map((name) => `event ${name}`)].filter(
    (use) => use.startsWith('event ') || use in routes,
  )
}

function wordsOf(text: string): string[] {
  return [...text.matchAll(/'(\w+)'/g)].map(([, word = '']) => word)
}
