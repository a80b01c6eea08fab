import type { Account } from '../../server/account.ts'
import { isUploaded } from '../../store/entities/users.ts'

/** True for a user who was never uploaded, where a quirk asks for it: the document of V2 does not. */
export async function isStranger({ store, quirks }: Account, userId: string): Promise<boolean> {
  return quirks.isOn('wazzup-v2.uploadedUsersOnly') && !(await isUploaded(store.database, userId))
}
