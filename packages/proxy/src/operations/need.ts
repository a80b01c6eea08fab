import { OperationError } from '../errors.ts'

/** Returns a part of the backend that an offered operation has. @throws {OperationError} `not_supported` */
export function need<Part>(part: Part | undefined): Part {
  if (part !== undefined) return part
  throw new OperationError({ code: 'not_supported', message: 'The vendor does not offer this.' })
}
