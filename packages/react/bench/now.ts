/** Returns milliseconds since 1970, in fractions, by a clock that does not jump. Pages have the same. */
export const now = (): number => performance.timeOrigin + performance.now()
