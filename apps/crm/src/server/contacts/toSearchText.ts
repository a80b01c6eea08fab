/** A text without case and accents, as it is stored to be searched and as it is searched for. */
export function toSearchText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()
}
