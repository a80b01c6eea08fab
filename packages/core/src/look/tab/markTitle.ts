import type { TabPlace } from './tabMark.ts'

/** Puts the mark before the page's title, whatever the page makes of it meanwhile. */
export function markTitle(): TabPlace {
  const find = (): HTMLTitleElement | null => document.head.querySelector('title')
  const isOurs = !find()
  let original = find()?.textContent ?? ''
  let prefix = ''
  let shown = original
  /** In a title that reads from right to left, `99+` would be drawn as `+99`. */
  const toPrefix = (text: string): string => text && (isRightToLeft(original) ? `\u2066(${text})\u2069 ` : `(${text}) `)
  const write = (): void => {
    shown = prefix + original
    const title = find() ?? document.head.appendChild(document.createElement('title'))
    if (title.textContent !== shown) title.textContent = shown
  }
  const follow = (): void => {
    const text = find()?.textContent ?? ''
    if (text === shown) return
    original = prefix && text.startsWith(prefix) ? text.slice(prefix.length) : text // A page may add to what it reads.
    write()
  }
  const observer = new MutationObserver(follow)
  return {
    show: ({ text }) => {
      follow()
      prefix = toPrefix(text)
      if (prefix || shown !== original) write()
      observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    },
    end: () => {
      observer.disconnect()
      follow()
      prefix = ''
      if (shown !== original) write()
      if (isOurs && original === '') find()?.remove()
    },
  }
}

/** Returns true for a text whose first letter is of a script such as Arabic or Hebrew: that is how its direction is found. */
function isRightToLeft(text: string): boolean {
  return /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(text)
}
