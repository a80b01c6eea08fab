import type { ProxyContext } from '../context.ts'
import type { Receiver } from './createReceiver.ts'
import { secretIn } from './createReceiver.ts'
import { createSecretCheck } from './createSecretCheck.ts'
import { tenantIn, tenantSecretsOf } from './tenantSecrets.ts'

/** Returns the receiver of the tenant whose secret a path ends with. Nothing is made for a tenant before its secret is known to be right. */
export async function findReceiver({
  context: { receiver, tenants },
  secrets,
  target,
}: {
  context: ProxyContext
  secrets: readonly string[]
  target: string
}): Promise<Receiver | undefined> {
  const given = secretIn(target)
  const tenant = receiver && tenantIn(given)
  if (tenant === undefined) return receiver
  const known = tenants.find(tenant)
  if (known) return known.receiver
  const isRight = await createSecretCheck(tenantSecretsOf({ secrets, tenant }))(given)
  return isRight ? tenants.of(tenant).receiver : receiver // Which refuses it.
}
