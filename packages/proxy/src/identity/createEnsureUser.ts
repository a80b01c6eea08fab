import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import type { ChatUser } from './chatUser.ts'

/** Time after which a user is uploaded again: the vendor's account may have been cleared. */
const rememberedMs = 3_600_000

/** The number of users to remember; the one uploaded first is forgotten first. */
const maxUsers = 10_000

/** Uploads users to the vendor, each once. */
export interface EnsureUser {
  /** Uploads a user who was not uploaded before, or has another name now. @throws {OperationError} */
  (user: ChatUser): Promise<void>
  /** Uploads the user again the next time, after the vendor has refused something of theirs. */
  forget: (userId: string) => void
}

interface Upload {
  name: string
  startedAt: number
  done: Promise<void>
}

/** Makes an {@link EnsureUser}. Requests for the same user at the same time share one upload. */
export function createEnsureUser({
  saveUser,
  clock,
}: {
  saveUser: NonNullable<Backend['saveUser']>
  clock: Clock
}): EnsureUser {
  const uploads = new Map<string, Upload>()

  function start({ id, name }: ChatUser): Upload {
    const upload = { name, startedAt: clock.elapsed(), done: saveUser({ id, name }) }
    upload.done.catch(() => {
      if (uploads.get(id) === upload) uploads.delete(id)
    })
    uploads.delete(id) // To be the latest.
    uploads.set(id, upload)
    const [first] = uploads.keys()
    if (uploads.size > maxUsers && first !== undefined) uploads.delete(first)
    return upload
  }

  async function ensureUser(user: ChatUser): Promise<void> {
    const known = uploads.get(user.id)
    const isCurrent = known?.name === user.name && clock.elapsed() - known.startedAt < rememberedMs
    await (isCurrent ? known : start(user)).done
  }

  return Object.assign(ensureUser, { forget: (userId: string) => void uploads.delete(userId) })
}
