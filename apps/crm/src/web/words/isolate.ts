/** Keeps the direction of a value from rearranging the text around it: a name in a sentence, a number in Arabic. */
export function isolate(value: string): string {
  return `\u2068${value}\u2069`
}
