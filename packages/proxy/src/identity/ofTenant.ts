import { OperationError } from '../errors.ts'
import type { Identify } from './createIdentify.ts'

/** Wraps a look-up of users: a session that has moved to another tenant is nobody's here. */
export function ofTenant({ identify, tenant }: { identify: Identify; tenant: string | undefined }): Identify {
  return async (request) => {
    const user = await identify(request)
    if (user.tenant === tenant) return user
    throw new OperationError({ code: 'unauthenticated', message: 'The CRM knows no user for this request.' })
  }
}
