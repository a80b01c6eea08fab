/**
 * Roles of the staff:
 * - `sales` sees and edits only what is their own
 * - `manager` sees and edits everything, and changes owners
 * - `qualityControl` sees everything, edits nothing, and writes to no customer
 * - `admin` may do everything, and also runs channels, exports, the vendor's data, the sync and the settings
 */
export const roles = ['sales', 'manager', 'qualityControl', 'admin'] as const

/** A role of the staff. */
export type Role = (typeof roles)[number]

/** A user as far as their rights depend on them. */
export interface Actor {
  id: string
  role: Role
}

/** Returns true for roles that see the contacts, deals and tasks of all users. */
export function seesAll(role: Role): boolean {
  return role !== 'sales'
}

/** Returns true for roles that may add and edit anything, and write to customers. */
export function mayWrite(role: Role): boolean {
  return role !== 'qualityControl'
}

/** Returns true for roles that may edit what belongs to others, and give it to another user. */
export function mayChangeOwner(role: Role): boolean {
  return role === 'manager' || role === 'admin'
}

/** Returns true if the user may edit an item of this owner. */
export function mayEdit(user: Actor, { responsibleUserId }: { responsibleUserId: string }): boolean {
  return mayChangeOwner(user.role) || (mayWrite(user.role) && responsibleUserId === user.id)
}

/** Returns true if the user may see an item of this owner. */
export function maySee(user: Actor, { responsibleUserId }: { responsibleUserId: string }): boolean {
  return seesAll(user.role) || responsibleUserId === user.id
}

/** Returns true for the role that runs channels, exports, the vendor's data, the sync and the settings. */
export function mayAdminister(role: Role): boolean {
  return role === 'admin'
}
