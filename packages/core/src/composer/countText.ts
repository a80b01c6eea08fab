/** Longest text, in the unit that its limit is stated in: characters, of which an emoji may be one, or bytes of UTF-8. */
export interface TextLimit {
  most: number
  unit: 'characters' | 'bytes'
}

/** Counts a text in a limit's unit. */
export function countText(text: string, unit: TextLimit['unit']): number {
  return unit === 'bytes' ? new TextEncoder().encode(text).length : [...text].length
}
