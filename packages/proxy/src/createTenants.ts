import type { Clock } from './clock.ts'
import type { ProxyContext, Tenants } from './context.ts'

/** Time for which a tenant stays after its last request, which may still be under way. */
const idleMs = 60_000

interface Entry {
  context: ProxyContext
  usedAt: number
}

/** Makes {@link Tenants}. Beyond `max`, those go that were not used for a minute and have no live connections. */
export function createTenants({
  open,
  max,
  clock,
}: {
  open: (tenant: string | undefined) => ProxyContext
  max: number
  clock: Clock
}): Tenants {
  /** The one used last is the last. */
  const named = new Map<string, Entry>()
  let root: ProxyContext | undefined

  function rootContext(): ProxyContext {
    root ??= open(undefined)
    return root
  }

  function dropIdle(): void {
    for (const [tenant, { context, usedAt }] of named) {
      if (named.size <= max || clock.elapsed() - usedAt < idleMs) return
      if (context.hub.health().users === 0) named.delete(tenant) // It holds nothing open.
    }
  }

  return {
    root: rootContext,
    of: (tenant) => {
      if (tenant === undefined) return rootContext()
      const known = named.get(tenant)?.context
      if (!known) rootContext().hub.checkOpen() // No tenant begins while the others end.
      const context = known ?? open(tenant)
      named.delete(tenant)
      named.set(tenant, { context, usedAt: clock.elapsed() })
      if (named.size > max) dropIdle()
      return context
    },
    find: (tenant) => (tenant === undefined ? root : named.get(tenant)?.context),
    all: () => [...(root ? [root] : []), ...[...named.values()].map(({ context }) => context)],
  }
}
