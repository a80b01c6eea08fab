const encoder = new TextEncoder()

/** Returns the secrets of one tenant's receiver, made of those of the options: nobody can tell one from another's. */
export async function tenantSecretsOf({
  secrets,
  tenant,
}: {
  secrets: readonly string[]
  tenant: string | undefined
}): Promise<string[]> {
  if (tenant === undefined) return [...secrets]
  return Promise.all(secrets.map((secret) => toTenantSecret({ secret, tenant })))
}

/** Returns the tenant that a secret of {@link tenantSecretsOf} names; undefined for any other. */
export function tenantIn(secret: string): string | undefined {
  return /^[\w-]{43}~([\w-]{1,64})$/.exec(secret)?.[1]
}

async function toTenantSecret({ secret, tenant }: { secret: string; tenant: string }): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign'])
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(`crm-chat webhooks of ${tenant}`)))
  const text = btoa(String.fromCharCode(...mac))
  return `${text.replaceAll('+', '-').replaceAll('/', '_').replace('=', '')}~${tenant}`
}
