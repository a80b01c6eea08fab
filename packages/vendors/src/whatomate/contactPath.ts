import { parseParameters } from '../http/parseParameters.ts'
import { idSchema } from './envelope.ts'

/** Path of a contact. @throws {InvalidParametersError} for an id that would lead elsewhere. */
export function contactPath(contactId: string): string {
  return `/api/contacts/${parseParameters(idSchema, contactId)}`
}
