import { InvalidParametersError, KeyUnavailableError, VendorError } from '../errors.ts'
import { abortable } from './abortable.ts'
import { type Clock, systemClock } from './clock.ts'
import { createDeadline } from './createDeadline.ts'

/** A key, or a function that returns the one to use now: it is called for each request and each connect. */
export type KeyOption = string | (() => string | Promise<string>)

/** A key that may change while it is in use. */
export interface Key {
  /**
   * Returns the key to use now: at once for a key that never changes.
   * @throws {KeyUnavailableError} if the function failed, took too long, or returned what no header can carry.
   */
  get: () => string | Promise<string>
  /** The keys in use at the moment and shortly before, for keeping them out of errors. */
  secrets: () => string[]
  /** True if it comes from a function. */
  isChanging: boolean
}

/** Keys that are kept out of errors: the one in use, and those before it. */
const maxSecrets = 8
const longestCallMs = 10_000

/** Makes a {@link Key}. @throws {InvalidParametersError} for a key, which is no function, that no header can carry. */
export function createKey({
  key,
  name = 'apiKey',
  clock = systemClock,
}: {
  key: KeyOption
  /** Name of the option. */
  name?: string
  clock?: Clock | undefined
}): Key {
  if (typeof key !== 'function') return fixedKey({ key, name })
  const seen: string[] = []
  return {
    isChanging: true,
    secrets: () => [...seen],
    async get() {
      const current = await call({ key, name, clock })
      if (seen[0] !== current) seen.unshift(current)
      seen.splice(maxSecrets)
      return current
    },
  }
}

function fixedKey({ key, name }: { key: string; name: string }): Key {
  if (!isSendable(key)) {
    throw new InvalidParametersError(`${name} must be one or more visible ASCII characters without spaces.`)
  }
  return { isChanging: false, get: () => key, secrets: () => [key] }
}

async function call({ key, name, clock }: { key: () => string | Promise<string>; name: string; clock: Clock }) {
  const deadline = createDeadline({ clock, timeoutMs: longestCallMs })
  try {
    const current: unknown = await abortable(Promise.resolve(key()), deadline.signal)
    if (typeof current === 'string' && isSendable(current)) return current
    throw new KeyUnavailableError(`The function ${name} returned what no header can carry.`)
  } catch (error) {
    if (error instanceof VendorError) throw error
    const problem = deadline.isOver() ? 'took too long' : 'failed' // Its own words may hold a secret.
    throw new KeyUnavailableError(`The function ${name} ${problem}.`)
  } finally {
    deadline.dispose()
  }
}

function isSendable(key: string): boolean {
  return /^[\x21-\x7e]+$/.test(key)
}

/** Credential of a connection that sends the key in a header. */
export function keyCredential({ key, toHeaders }: { key: Key; toHeaders: (key: string) => Record<string, string> }): {
  credential: () => Record<string, string> | Promise<Record<string, string>>
  renewCredential?: (refused: { headers: Record<string, string> }) => Promise<boolean>
  secrets: () => string[]
} {
  const credential = (): Record<string, string> | Promise<Record<string, string>> => {
    const current = key.get()
    return typeof current === 'string' ? toHeaders(current) : current.then(toHeaders)
  }
  if (!key.isChanging) return { credential, secrets: key.secrets }
  return {
    credential,
    secrets: key.secrets,
    /** A refused key may be an old one: the function is asked once more. */
    async renewCredential({ headers }) {
      const fresh = await credential()
      return Object.entries(fresh).some(([name, value]) => headers[name] !== value)
    },
  }
}
