/**
 * Checks for a Russian or Kazakh number with the 8 of a call inside the country, in digits only: the messengers know it with a
 * 7. No country code begins with 83, 87 (but for satellites, whose numbers are longer) or 89; a number such as 84951234567
 * may be Vietnamese, and is not one.
 */
export function beginsWithTrunk8(digits: string): boolean {
  return /^8[379]\d{9}$/.test(digits)
}

/** The problem with a number that {@link beginsWithTrunk8}, for the errors of the clients. */
export const trunk8Problem = 'a Russian number starts with 7, not with 8'
