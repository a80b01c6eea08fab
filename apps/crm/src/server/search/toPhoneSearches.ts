/** Fewest digits of a number as people dial it, with a 0 or 8 in place of the country code. */
const fewestDialled = 4

/**
 * The digits of a search for a phone number, typed as the CRM shows it or as people dial it: `+44 7700`, `0044 7700`, `07700`,
 * `+44 (0)7700`, `8 (999)`. Empty for any other search.
 */
export function toPhoneSearches(search: string): string[] {
  const text = search.normalize('NFKC')
  if (!/^[\s\d+().\p{Cf}\p{Pd}\u2212]+$/u.test(text) || !/\d/.test(text)) return []
  const digits = text.replace(/(\d\D*)\(0\)/, '$1').replace(/\D/g, '')
  if (digits.length < fewestDialled) return [digits]
  return [digits, digits.replace(/^00?/, ''), digits.replace(/^8/, '7')]
}
