import { InvalidParametersError } from '../errors.ts'

/** Rejects a list with a repeated id. The vendor would keep one of the two, or fail. @throws {InvalidParametersError} */
export function checkDistinct(items: readonly { id: string | number }[]): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(String(id))) throw new InvalidParametersError(`The id "${id}" is repeated.`)
    seen.add(String(id))
  }
}
