import type { KitWords } from '@crm-chat/core'
import { setAttributes } from '../createNode.ts'

/** Gives an outermost part the language of its words, and the direction that its host wants, or else theirs. */
export function setLanguage({ host, root, words }: Record<'host' | 'root', Element> & { words: KitWords }): void {
  setAttributes(root, { lang: words.lang ?? null, dir: host.getAttribute('dir') ?? words.dir ?? null })
}
