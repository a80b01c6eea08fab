import { eq } from 'drizzle-orm'
import { type Actor, mayChangeOwner, mayEdit, maySee, mayWrite } from '../../api/role.ts'
import { ApiError } from '../errors.ts'
import { type Database, users } from '../store/schema.ts'

/** Returns an item that the user may see. @throws {ApiError} `not_found` for any other, as if it were missing */
export function requireVisible<Owned extends { responsibleUserId: string }>(
  user: Actor,
  { item, name }: { item: Owned | undefined; name: string },
): Owned {
  if (item && maySee(user, item)) return item
  throw new ApiError({ code: 'not_found', message: `You have no such ${name}.` })
}

/** @throws {ApiError} `forbidden` unless the user may edit items of this owner */
export function requireEdit(user: Actor, item: { responsibleUserId: string }): void {
  if (!mayEdit(user, item)) throw forbidden('Your role does not allow this change.')
}

/** @throws {ApiError} `forbidden` for a role that changes nothing */
export function requireWrite(user: Actor): void {
  if (!mayWrite(user.role)) throw forbidden('Your role does not allow changes.')
}

/**
 * Returns the user who shall be responsible for an item.
 * @param options.wanted user named by the browser, who must exist and be one who works with customers
 * @param options.present user who is responsible now
 * @throws {ApiError} `forbidden` for a role that may name nobody else
 */
export async function readOwner(
  database: Database,
  { user, wanted, present }: { user: Actor; wanted: string | undefined; present: string },
): Promise<string> {
  if (wanted === undefined || wanted === present) return present
  if (!mayChangeOwner(user.role)) throw forbidden('Your role does not allow you to choose who is responsible.')
  const [owner] = await database.select({ role: users.role }).from(users).where(eq(users.id, wanted))
  if (owner && mayWrite(owner.role)) return wanted
  const message = 'Choose a user who works with customers.'
  throw new ApiError({ code: 'invalid_request', message, fields: { responsibleUserId: 'owner' } })
}

function forbidden(message: string): ApiError {
  return new ApiError({ code: 'forbidden', message })
}
