/** True if a link's host name is reserved for documentation and tests, so that no file can be there. */
export function isNobodysHost({ hostname }: URL): boolean {
  return /(^|\.)(example|test|example\.(com|net|org))$/i.test(hostname.replace(/\.$/, ''))
}
