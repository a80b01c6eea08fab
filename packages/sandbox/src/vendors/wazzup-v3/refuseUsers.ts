import type { Refusal } from '../../server/http/answerError.ts'
import type { User } from '../../store/schema.ts'

const mostUsers = 1_000

/** Rejects users that conflict with existing ones: a phone number in use, or more users than an account may have. */
export function refuseUsers({
  known,
  given,
}: {
  known: User[]
  given: { id: string; phone?: string | undefined }[]
}): Refusal | undefined {
  const ids = new Set([...known, ...given].map(({ id }) => id))
  if (ids.size > mostUsers) {
    const description = `An account has ${mostUsers} users at most.`
    return { status: 400, code: 'USER_LIMIT_EXCEEDED', description }
  }
  const owners = new Map(known.map(({ id, phone }) => [phone, id]))
  for (const { id, phone } of given) {
    if (phone === undefined) continue
    if ((owners.get(phone) ?? id) !== id)
      return { status: 400, code: 'DUPLICATE_PHONE_NUMBER', description: 'Another user has this phone number.' }
    owners.set(phone, id)
  }
  return undefined
}
