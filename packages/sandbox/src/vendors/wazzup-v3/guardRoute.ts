import type { Route } from '../../server/routes/route.ts'
import { hasSidecarKey } from './authenticate.ts'

/** Keeps a sidecar key out of what it does not open, and with a quirk, addresses with a slash at their end. */
export function guardRoute({ route, sidecar }: { route: Route; sidecar: boolean }): Route {
  return {
    ...route,
    admit({ context, account }) {
      if (!sidecar && hasSidecarKey(context))
        return { status: 403, code: 'FORBIDDEN', description: 'A sidecar key does not open this.' }
      if (new URL(context.req.url).pathname.endsWith('/') && account.quirks.isOn('wazzup-v3.strictSlashes'))
        return { status: 404, code: 'NOT_FOUND', description: 'There is nothing at this address.' }
      return route.admit?.({ context, account })
    },
  }
}
