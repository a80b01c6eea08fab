import { toEncodings } from './toEncodings.ts'

/** Finds one secret in texts, prepared once: an ordinary short text costs about a microsecond. */
export interface Finder {
  /** Length of the secret, in whatever encoding or cut short, that begins at this place; 0 for none. */
  lengthAt: (text: string, index: number) => number
  /** True if the text holds the secret once case and punctuation are left aside. */
  isRewrittenIn: (text: string) => boolean
  /** True if the text holds the secret with its characters escaped one by one. */
  isEscapedIn: (text: string) => boolean
}

/** Characters by which a secret that was cut short is known: fewer are found in ordinary text. */
const shortest = 8

/** Characters by which any secret that was encoded and cut short is known. */
const enough = 16

/**
 * Characters by which a secret that was encoded in this way and cut short is known: three quarters of it, or enough of a long
 * one. Tokens contain ordinary words in base64, and a secret that begins with such a word must not be seen in all of them.
 */
function toLeastLength({ length }: string): number {
  return Math.max(shortest, Math.min(enough, Math.ceil(length * 0.75)))
}

/** Prepares the search for a secret. */
export function createFinder(secret: string): Finder {
  const needles = [...new Set([...toEncodings(secret), reverse(secret)])].filter(Boolean)
  // Most places in a text are ruled out by two characters.
  const byStart = new Map<number, string[]>()
  const starts = new Uint8Array(65_536)
  for (const needle of needles.sort((a, b) => b.length - a.length)) {
    const start = startOf(needle, 0)
    starts[start] = 1
    byStart.set(start, [...(byStart.get(start) ?? []), needle])
  }
  const head = secret.slice(0, shortest)
  const bare = toBare(secret)
  const hasBare = createBareSearch(bare)
  return {
    lengthAt(text, index) {
      const start = startOf(text, index)
      if (starts[start] === 0) return 0
      let longest = 0
      for (const needle of byStart.get(start) ?? []) {
        const least = needle === secret ? shortest : toLeastLength(needle)
        longest = Math.max(longest, matchLength({ text, index, needle, least }))
      }
      return longest
    },
    // A short secret would be found in ordinary words once the spaces between them are gone.
    isRewrittenIn: (text) => bare.length >= shortest && text.length >= bare.length && hasBare(text),
    isEscapedIn: (text) => secret.length >= shortest && unescapeAll(text).some((form) => form.includes(head)),
  }
}

/** Length of the match, if it is the whole needle or a part that cannot be chance. */
function matchLength({
  text,
  index,
  needle,
  least,
}: {
  text: string
  index: number
  needle: string
  least: number
}): number {
  if (!text.startsWith(needle.slice(0, least), index)) return 0
  let length = Math.min(least, needle.length)
  while (length < needle.length && text.charCodeAt(index + length) === needle.charCodeAt(length)) length += 1
  return length
}

function startOf(text: string, index: number): number {
  return ((text.charCodeAt(index) << 8) ^ text.charCodeAt(index + 1)) & 0xffff
}

function reverse(text: string): string {
  return [...text].reverse().join('')
}

function toBare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '')
}

/** Letters and digits in lower case by their code; 0 for anything else. */
const bareCodes = Uint8Array.from({ length: 128 }, (_, code) => toBare(String.fromCharCode(code)).charCodeAt(0) || 0)

/** Searches the letters and digits of texts for a word, without a copy of the text (Knuth, Morris and Pratt). */
function createBareSearch(word: string): (text: string) => boolean {
  const codes = Array.from(word, (character) => character.charCodeAt(0))
  const fallback: number[] = []
  const advance = (from: number, code: number): number => {
    let length = from
    while (length > 0 && code !== codes[length]) length = fallback[length - 1] ?? 0
    return code === codes[length] ? length + 1 : length
  }
  fallback.push(0)
  for (const code of codes.slice(1)) fallback.push(advance(fallback.at(-1) ?? 0, code))
  return (text) => {
    let length = 0
    for (let index = 0; index < text.length && length < codes.length; index += 1) {
      const code = bareCodes[text.charCodeAt(index)] ?? 0
      if (code !== 0) length = advance(length, code)
    }
    return length === codes.length
  }
}

/** The text with its escapes read, once and twice; nothing for a text without any. */
function unescapeAll(text: string): string[] {
  if (!text.includes('%') && !text.includes('&#') && !text.includes('\\')) return []
  const once = readEscapes(text)
  return [once, readEscapes(once)]
}

/** `%43`, `&#67;`, `&#x43;`, `\u0043` and `\x43`. */
const escapes = /%([\da-f]{2})|&#(\d{1,6});|&#x([\da-f]{1,5});|\\u([\da-f]{4})|\\x([\da-f]{2})/gi

function readEscapes(text: string): string {
  return text.replace(escapes, (_, percent, decimal, ...hex: (string | undefined)[]) => {
    const code = decimal === undefined ? Number.parseInt(percent ?? hex.slice(0, 3).join(''), 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
