/** Writes the query of an address from its parameters; those that are empty or undefined are left out. */
export function toQuery(parameters: object): string {
  const entries = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '')
  const query = new URLSearchParams(entries.map(([name, value]): [string, string] => [name, String(value)])).toString()
  return query && `?${query}`
}
