import type { ProxyContext, Tenants } from './context.ts'

/** Makes {@link Tenants}. Beyond `max`, those go that were not used for the longest time and have no live connections. */
export function createTenants({
  open,
  max,
}: {
  open: (tenant: string | undefined) => ProxyContext
  max: number
}): Tenants {
  /** The one used last is the last. */
  const named = new Map<string, ProxyContext>()
  let root: ProxyContext | undefined

  function rootContext(): ProxyContext {
    root ??= open(undefined)
    return root
  }

  function closeIdle(): void {
    for (const [tenant, context] of named) {
      if (named.size <= max) return
      if (context.hub.health().users > 0) continue
      context.hub.close()
      named.delete(tenant)
    }
  }

  return {
    root: rootContext,
    of: (tenant) => {
      if (tenant === undefined) return rootContext()
      const known = named.get(tenant)
      if (!known) rootContext().hub.checkOpen() // No tenant begins while the others end.
      const context = known ?? open(tenant)
      named.delete(tenant)
      named.set(tenant, context)
      if (named.size > max) closeIdle()
      return context
    },
    find: (tenant) => (tenant === undefined ? root : named.get(tenant)),
    all: () => [...(root ? [root] : []), ...named.values()],
  }
}
