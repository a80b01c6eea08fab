/** What somebody typed, as a phone number in digits, or what is wrong with it. */
export type ParsedPhone = { digits: string } | { problem: string }

/**
 * Reads a phone number as people write it: `+7 (999) 888-77-66` becomes `79998887766`, which is how WhatsApp knows it.
 * Wazzup takes 9 to 16 digits.
 */
export function parsePhone(text: string): ParsedPhone {
  if (!/^\+?[\d\s().-]+$/.test(text.trim())) return { problem: 'A phone number has digits only, e.g. +44 7700 900123.' }
  const digits = text.replace(/\D/g, '')
  if (digits.startsWith('0')) return { problem: 'Begin with the country code, e.g. +44, not with a zero.' }
  if (digits.length < 9 || digits.length > 16) {
    return { problem: `A number with its country code has 9 to 16 digits; this one has ${digits.length}.` }
  }
  return { digits }
}
