/** The digits of a phone number, or a message about the problem with it. */
export type ParsedPhone = { digits: string } | { problem: string }

/**
 * Parses a phone number as people type it: `+7 (999) 888-77-66` becomes `79998887766`, the form WhatsApp uses.
 * Wazzup accepts 9 to 16 digits.
 */
export function parsePhone(text: string): ParsedPhone {
  if (!/^\+?[\d\s().-]+$/.test(text.trim())) return { problem: 'Use only digits, e.g. +44 7700 900123.' }
  const digits = text.replace(/\D/g, '')
  if (digits.startsWith('0')) return { problem: 'Start with the country code, e.g. +44, not with a zero.' }
  if (digits.length < 9 || digits.length > 16) {
    return { problem: `A number with its country code has 9 to 16 digits; this one has ${digits.length}.` }
  }
  return { digits }
}
