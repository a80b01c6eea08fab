/** Keeps a number, a name or a foreign sentence in its own direction within a text from right to left. */
export function isolate(text: string, { dir }: { dir: 'ltr' | 'rtl' }): string {
  return dir === 'rtl' ? `\u2068${text}\u2069` : text
}
