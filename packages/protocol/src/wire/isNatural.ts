/** Returns true for a number that counts something: an integer from 0 that JavaScript can hold exactly. */
export function isNatural(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 // Only numbers are safe integers.
}
