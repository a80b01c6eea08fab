import type { ChatProxy } from '@crm-chat/proxy'
import { toHono } from '@crm-chat/proxy/hono'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import { createContactRoutes } from './contacts/createContactRoutes.ts'
import { createDashboardRoutes } from './dashboard/createDashboardRoutes.ts'
import { ApiError } from './errors.ts'
import { limitBody } from './http/readBody.ts'
import { refuseForeignOrigins } from './http/refuseForeignOrigins.ts'
import { respondWithError } from './http/respondWithError.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { serveWeb } from './http/serveWeb.ts'
import { createRecordRoutes } from './records/createRecordRoutes.ts'
import { createSessionRoutes } from './sessions/createSessionRoutes.ts'
import type { SessionStore } from './sessions/sessions.ts'
import type { OwnedContact } from './store/schema.ts'

/** Options of {@link createApp}. */
export interface AppOptions {
  store: SessionStore
  chat: ChatProxy
  wazzupUrl: string
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  onContact: (contact: OwnedContact) => void
  /** False as soon as the server stops. */
  isReady: () => boolean
}

/** Creates the CRM's HTTP side: its own API, the chat proxy, and the pages. */
export function createApp({ store, chat, wazzupUrl, webRoot, logger, onContact, isReady }: AppOptions): Hono {
  return new Hono()
    .use(securityHeaders(wazzupUrl))
    .get('/livez', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) =>
      isReady() ? context.json({ status: 'ready' }) : context.json({ status: 'stopping' }, 503),
    )
    .all('/chat/*', toHono(chat))
    .route('/api', createApi({ store, logger, onLogout: chat.revoke, onContact }))
    .route('/', serveWeb(webRoot))
}

function createApi({
  store,
  logger,
  onLogout,
  onContact,
}: Pick<AppOptions, 'store' | 'logger' | 'onContact'> & { onLogout: (userId: string) => void }): Hono {
  return new Hono()
    .use(async (context, next) => {
      await next()
      context.header('cache-control', 'no-store')
    })
    .use(refuseForeignOrigins)
    .use(limitBody)
    .route('/', createSessionRoutes({ store, onLogout }))
    .route('/records', createRecordRoutes(store))
    .route('/dashboard', createDashboardRoutes(store))
    .route('/contacts', createContactRoutes({ store, onCreate: onContact }))
    .all('*', (context) => respondWithError(context, { code: 'not_found', message: 'Unknown API route.' }))
    .onError((error, context) => {
      if (error instanceof ApiError) return respondWithError(context, error)
      logger.error({ err: error, path: context.req.path }, 'a request failed')
      return respondWithError(context, { code: 'internal', message: 'Something went wrong on our side. Try again.' })
    })
}
