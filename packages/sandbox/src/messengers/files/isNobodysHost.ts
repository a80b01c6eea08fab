/** Whether a link leads to a name that is kept for documents and tests: nobody has a file there, so nobody is asked. */
export function isNobodysHost({ hostname }: URL): boolean {
  return /(^|\.)(example|test|example\.(com|net|org))$/i.test(hostname.replace(/\.$/, ''))
}
