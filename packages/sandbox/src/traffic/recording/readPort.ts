import { InvalidOptionError } from '../../store/errors.ts'

/** Reads a port. @throws {InvalidOptionError} */
export function readPort(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new InvalidOptionError(`The port must be a number from 0 to 65535; it is ${JSON.stringify(text.slice(0, 20))}.`)
}
