import { InvalidParametersError } from '../errors.ts'

/** Refuses a list in which an id comes twice. The vendor would keep one of the two, or break. @throws {InvalidParametersError} */
export function checkDistinct(items: readonly { id: string | number }[]): void {
  const seen = new Set<string>()
  for (const { id } of items) {
    if (seen.has(String(id))) throw new InvalidParametersError(`The id "${id}" comes twice.`)
    seen.add(String(id))
  }
}
