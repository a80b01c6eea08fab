/** Whether the window has room for one column only; the same width as the style `wide`. */
export function isNarrow(): boolean {
  return !matchMedia('(width >= 641px)').matches
}
