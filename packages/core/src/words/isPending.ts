import type { WordsState } from './words.ts'

/** Returns true for the name of a language whose words are on their way. English ones are in the code already. */
export function isPending(state: WordsState): state is string {
  return typeof state === 'string' && !/^en\b/i.test(state)
}
