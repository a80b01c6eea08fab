import type { ProxyContext } from '../context.ts'
import { OperationError } from '../errors.ts'
import type { ChatUser } from '../identity/chatUser.ts'
import type { OperationDefinition } from './operation.ts'

/** Returns the reason why a user may not call an operation here, if there is one. */
export function findObstacle({
  context,
  user,
  definition: { access, feature, isOffered },
}: {
  context: ProxyContext
  user: ChatUser
  definition: OperationDefinition
}): OperationError | undefined {
  if (feature && !context.enabled.includes(feature)) {
    const message = `This is off: the CRM’s server switches it on with enable: ['${feature}'].`
    return new OperationError({ code: 'not_supported', message })
  }
  if (!isOffered(context)) {
    return new OperationError({ code: 'not_supported', message: 'This proxy does not offer this operation.' })
  }
  if (access === 'admin' && !isAdmin({ context, user })) {
    return new OperationError({ code: 'forbidden', message: 'Only administrators may do this.' })
  }
  return undefined
}

/** Returns true for a user with one of the roles that administer. */
function isAdmin({ context, user }: { context: ProxyContext; user: ChatUser }): boolean {
  return user.roles?.some((role) => context.adminRoles.includes(role)) ?? false
}
