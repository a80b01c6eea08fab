/** Returns true if the window only has room for one column, below the width of the style `wide`. */
export function isNarrow(): boolean {
  return !matchMedia('(width >= 641px)').matches
}
