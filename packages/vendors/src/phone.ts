import { beginsWithTrunk8 } from './trunk8.ts'

/** The digits of a phone number, or a sentence about the problem with it, for the person who typed it. */
export type ParsedPhone = { digits: string } | { problem: string }

/**
 * Parses a phone number as people type or paste it: `+7 (999) 888-77-66` becomes `79998887766`, the form that WhatsApp uses.
 * Invisible characters, typographic hyphens, `tel:` and `wa.me` links and a `(0)` behind the country code are read too, and a
 * Russian number that begins with 8 becomes the international one, which begins with 7.
 * @returns 9 to 16 digits, the range of the Wazzup APIs.
 * @see CRM API V2, "CHAT_INCORRECT_CHAT_ID_WHATSAPP"
 * @example
 * const phone = parsePhone('8 (999) 888-77-66') // { digits: '79998887766' }
 */
export function parsePhone(text: string): ParsedPhone {
  const plain = fromLink(toPlainText(text))
  if (!/^\+?[\d\s().-]+$/.test(plain)) return { problem: 'Use only digits, e.g. +44 7700 900123.' }
  const digits = toInternational(withoutTrunkZero(plain))
  if (digits.startsWith('0')) return { problem: 'Start with the country code, e.g. +44, not with a zero.' }
  if (digits.length < 9 || digits.length > 16) {
    return { problem: `A number with its country code has 9 to 16 digits; this one has ${digits.length}.` }
  }
  return { digits }
}

/** Plain spaces and hyphens, ASCII digits, and nothing that cannot be seen. */
function toPlainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Cc}\p{Variation_Selector}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .trim()
}

const links = [
  /^tel:([^;]+)$/i,
  /^(?:https?:\/\/)?(?:www\.)?wa\.me\/(\+?\d+)\/?(?:[?#].*)?$/i,
  /^(?:(?:https?:\/\/)?(?:api|web)\.whatsapp\.com\/send\/?|whatsapp:\/\/send\/?)\?(?:[^#]*&)?phone=(?:\+|%2B)?(\d+)(?:[&#].*)?$/i,
]

/** The number in a link, or the text itself. */
function fromLink(text: string): string {
  for (const link of links) {
    const number = link.exec(text)?.[1]
    if (number !== undefined) return number
  }
  return text
}

/** Drops the `(0)` of calls inside the country. In Italy and San Marino it is a part of the number. */
function withoutTrunkZero(text: string): string {
  return /^\+?\s*(?:39|378)\b/.test(text) ? text : text.replace(/^(\+?[\d\s]*\d[\s.-]*)\(0\)/, '$1')
}

function toInternational(text: string): string {
  const digits = text.replace(/\D/g, '')
  // An 8 that stands alone is no country code, whatever follows: 8 (495) 123-45-67.
  const standsAlone = /^8[\s().-]/.test(text) && digits.length === 11
  return standsAlone || beginsWithTrunk8(digits) ? `7${digits.slice(1)}` : digits
}
