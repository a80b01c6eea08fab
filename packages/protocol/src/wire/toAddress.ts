/** Returns the address of a web page as a browser reads it: without white space around it, and without line ends. */
export function toAddress(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text.replace(/[\t\n\r]/g, '') : undefined
}

/** In browsers and in Node.js; this package has the types of neither. */
declare const URL: { canParse: (text: string) => boolean }
