import type { Reached } from '../../../vendors/inventory/toCoverage.ts'
import { findComponents } from './components.ts'
import { findStories } from './stories.ts'

/** Operations and functions that no person uses, with the reason. */
const nobody: Readonly<Record<string, string>> = {
  check: 'The server asks whether the vendor can be reached.',
  registerWebhooks: 'The server does it once for everybody.',
}

/** Components and stories of an item of the documents. */
export interface Use {
  /** Operations, and live events as `event message`. */
  uses: string[]
  components: string[]
  stories: string[]
  /** Reason why no person uses it. */
  reason?: string | undefined
}

/** Makes the function that finds the {@link Use} of what the proxy reaches. */
export function createFindUse(): (reached: Reached) => Use {
  const components = [...findComponents()]
  const stories = findStories()
  return ({ operations, reason }) => {
    const uses = new Set(operations.flatMap(toUses))
    const own = components.filter(([, has]) => [...uses].some((use) => has.has(use))).map(([name]) => name)
    const requested = toRequests(uses)
    const told = stories.filter((story) => story.operations.some((name) => requested.has(name)))
    const isForNobody = operations.length > 0 && [...uses].every((use) => use in nobody)
    return {
      uses: [...uses],
      components: own,
      stories: told.slice(0, 3).map(({ file, title }) => `\`${file}\`: ${title}`),
      reason: isForNobody
        ? [...uses].map((use) => nobody[use]).join(' ')
        : operations.length === 0
          ? reason
          : undefined,
    }
  }
}

/** Reads the words of the column: an operation, or the live event by which a page learns of a webhook. */
function toUses(words: string): string[] {
  const [, event] = /`(\w+)` event/.exec(words) ?? []
  if (words.startsWith('`webhook`')) return event === undefined ? [] : [`event ${event}`]
  return [
    ...words
      .split(': ', 1)
      .join('')
      .matchAll(/`(\w+)`/g),
  ].map(([, name = '']) => name)
}

/** A live event comes over the stream. */
function toRequests(uses: ReadonlySet<string>): Set<string> {
  return new Set([...uses].flatMap((use) => (use.startsWith('event ') ? [use.slice(6), 'events'] : [use])))
}
