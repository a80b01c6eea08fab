import type { MessageRequest } from '@crm-chat/protocol'
import { OperationError } from '../errors.ts'

/** Makes the error for a field that a vendor cannot serve: nothing of a request is dropped in silence. */
export function unsupported({ field, reason }: { field: string; reason: string }): OperationError {
  return new OperationError({ code: 'invalid_request', message: `${field}: ${reason}` })
}

/** Fields of a message that a vendor does not have, each with the reason. */
export type MissingFields = Partial<Record<keyof MessageRequest, string>>

/** Refuses a message with a field that the vendor does not have. `false` says the same as a missing field. @throws {OperationError} */
export function refuseFields({ request, missing }: { request: MessageRequest; missing: MissingFields }): void {
  for (const [field, reason] of Object.entries(missing)) {
    const value = request[field as keyof MissingFields] // Object.entries forgets the names.
    if (value !== undefined && value !== false) throw unsupported({ field, reason })
  }
}
