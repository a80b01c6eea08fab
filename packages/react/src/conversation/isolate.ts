/** Keeps the marks of a text that may be in another language together where the page is read from right to left. */
export function isolate(text: string | null | undefined, { dir }: { dir: 'ltr' | 'rtl' }): string {
  return text && dir === 'rtl' ? `\u2068${text}\u2069` : (text ?? '')
}
