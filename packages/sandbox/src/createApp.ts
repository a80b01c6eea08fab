import type { HttpBindings } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { pageFaults } from './chats/pageFaults.ts'
import { serveControl } from './control/serveControl.ts'
import { vendorApis } from './emulatedVendors.ts'
import type { Accounts } from './server/account.ts'
import { serveFiles } from './server/files/serveFiles.ts'
import { allowOrigins } from './server/http/allowOrigins.ts'
import { isLocalHost } from './server/http/hosts.ts'
import { limitBody } from './server/http/limitBody.ts'
import { respondError } from './server/http/respondError.ts'
import { serveInspector, servePage } from './server/pages/servePage.ts'
import { createRefuse, findApi } from './server/routes/createRefuse.ts'
import { mountVendor } from './server/routes/mountVendor.ts'
import { respondToRequest } from './server/routes/respondToRequest.ts'
import { serveConnect } from './vendors/wazzup-tech/connect/serveConnect.ts'

/** Dependencies of the HTTP routes. */
export interface AppOptions {
  accounts: Accounts
  /** Origin of the sandbox, known after it has started to listen. */
  origin: () => string
  host: string
}

/** Creates all HTTP routes of the sandbox. */
export function createApp(options: AppOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>({ strict: false })
    .use(async (context, next) => {
      if (!isLocalHost({ header: context.req.header('host'), host: options.host }))
        return respondError(context, foreignHost)
      context.env.outgoing.setHeader('x-content-type-options', 'nosniff')
      return next()
    })
    .use(allowOrigins(vendorApis))
    .use(limitBody(createRefuse(vendorApis)))
    .get('/livez', (context) => context.json({ status: 'ok' }))
    .route('/_sandbox', serveInspector())
    .route('/_sandbox', serveControl({ ...options, vendorApis }))
    .route('/files', serveFiles(options))
    .route('/chat', pageFaults(options))
    .route('/connect', serveConnect(options))
    .route('/chat', servePage())
    .notFound((context) => respondToUnknown(context, options))
  for (const api of vendorApis) app.route('/', mountVendor(api, options))
  return app
}

/** Responds to an unknown path with several slashes in a row as its vendor, and to any other as the sandbox. */
function respondToUnknown(context: Context, { accounts, origin }: AppOptions): Response | Promise<Response> {
  const { path } = context.req
  const api = path.includes('//') ? findApi(vendorApis, path.replaceAll(/\/{2,}/g, '/')) : undefined
  if (api) return respondToRequest({ api, route: undefined, context, accounts, origin })
  return respondError(context, { status: 404, code: 'NOT_FOUND', description: 'The sandbox has no such route.' })
}

const foreignHost = {
  status: 403,
  code: 'HOST_NOT_ALLOWED',
  description: 'The sandbox is only available under a loopback name, e.g. 127.0.0.1 or localhost.',
} as const
