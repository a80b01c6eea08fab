/**
 * Reads an amount of money as people write it, in hundredths: `1,250.50`, `1.250,50`, `1 250`. The last comma or point
 * separates the cents if two digits or one follow it. @returns `NaN` for what is no amount, which the server refuses.
 */
export function parseAmount(text: string): number {
  const compact = text.replace(/[\s\u00A0\u202F']/g, '')
  const [, whole = '', cents = ''] = /^([\d.,]*?)(?:[.,](\d{1,2}))?$/.exec(compact) ?? [compact, compact]
  const digits = whole.replace(/[.,](?=\d{3}(?:[.,]|$))/g, '')
  if (compact === '') return 0
  return /^\d*$/.test(digits) ? Number(digits || '0') * 100 + Number(cents.padEnd(2, '0')) : Number.NaN
}
