import type { Backend } from '../backend.ts'
import { InvalidOptionsError, OperationError } from '../errors.ts'
import { isPrivateHost } from '../links/isPrivateHost.ts'
import { tenantSecretsOf } from './tenantSecrets.ts'
import { secretsOf, type WebhooksOptions } from './webhooksOptions.ts'

/**
 * Tells the vendor the address of this proxy's receiver.
 * @throws {InvalidOptionsError} without `webhooks.publicUrl`, or where the vendor cannot reach it
 * @throws {OperationError} `not_supported` for a vendor without webhooks, and as the vendor's call does
 */
export async function registerWebhooks({
  backend,
  basePath,
  options,
  tenant,
}: {
  backend: Backend
  basePath: string
  options: WebhooksOptions | undefined
  tenant: string | undefined
}): Promise<void> {
  const { webhooks, isPrivate = false, name } = backend
  if (!webhooks) throw new OperationError({ code: 'not_supported', message: `${name} sends no webhooks.` })
  if (options?.publicUrl === undefined) {
    throw new InvalidOptionsError(
      'registerWebhooks needs the option webhooks.publicUrl, the public address of your server.',
    )
  }
  checkPublicUrl({ url: new URL(options.publicUrl), isPrivate })
  const [secret] = await tenantSecretsOf({ secrets: secretsOf(options), tenant })
  await webhooks.register({ url: `${options.publicUrl.replace(/\/+$/, '')}${basePath}/webhooks/${secret}` })
}

/** The address is a secret, and the vendor must reach it. A vendor that is private itself may reach private addresses. */
function checkPublicUrl({ url, isPrivate }: { url: URL; isPrivate: boolean }): void {
  if (isPrivate) return
  if (isPrivateHost(url.hostname)) {
    throw new InvalidOptionsError(
      'The option webhooks.publicUrl names a host of a private network, which the vendor cannot reach.',
    )
  }
  if (url.protocol !== 'https:') throw new InvalidOptionsError('The option webhooks.publicUrl must begin with https.')
}
