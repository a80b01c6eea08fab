/** Returns a text in the form in which messages are searched: letters of all alphabets in lower case. */
export function toSearchText(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
