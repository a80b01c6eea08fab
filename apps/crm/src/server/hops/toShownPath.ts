/** A path without what identifies somebody or opens something: secrets of webhooks, phone numbers, long ids and tokens. */
export function toShownPath(path: string): string {
  return path
    .replace(/(\/webhooks\/)[^/]+/, '$1…')
    .split('/')
    .map((part) => (isSecret(part) ? '…' : part))
    .join('/')
}

function isSecret(part: string): boolean {
  return part.length > 20 || /\d{5,}/.test(part) || part.includes('@')
}
