import { createSecretRedactor } from '@crm-chat/vendors/redactor'
import type { Backend } from '../backend.ts'
import { systemClock } from '../clock.ts'
import type { BackendOptions } from './backendOptions.ts'
import { createGuard, type DescribeIssues } from './createGuard.ts'
import type { FindRefusal } from './refusal.ts'

/** A vendor's client behind a guard of its own. */
export interface Connection<Client> {
  /** The client, made when it is first needed: its options have been checked by then. */
  client: () => Client
  /** Runs a call to the vendor, which throws `OperationError` only. `describe` names the fields that the client refused. */
  call: <Result>(run: (client: Client) => Promise<Result>, describe?: DescribeIssues) => Promise<Result>
  redact: Backend['redact']
  /** Returns true while the vendor is left alone. */
  isLeftAlone: () => boolean
}

/** Makes a {@link Connection}. */
export function createConnection<Client>({
  options,
  create,
  secrets,
  findRefusal,
}: {
  options: BackendOptions
  create: () => Client
  secrets: () => string[]
  findRefusal: FindRefusal
}): Connection<Client> {
  const redact = createSecretRedactor(secrets)
  const guard = createGuard({ redact, clock: options.clock ?? systemClock, findRefusal })
  let made: Client | undefined
  const client = (): Client => {
    made ??= create()
    return made
  }
  return {
    client,
    redact,
    isLeftAlone: guard.isOpen,
    call: (run, describe = () => undefined) => guard.run({ run: async () => run(client()), describe }),
  }
}
