import type { ChatProxy } from '@crm-chat/proxy'
import { toHono } from '@crm-chat/proxy/hono'
import { Hono, type MiddlewareHandler } from 'hono'
import type { Logger } from 'pino'
import type { Contact } from '../api/contact.ts'
import { createActivityRoutes } from './activity/createActivityRoutes.ts'
import { createCompanyRoutes } from './companies/createCompanyRoutes.ts'
import { createContactRoutes } from './contacts/createContactRoutes.ts'
import { createDashboardRoutes } from './dashboard/createDashboardRoutes.ts'
import { createDealRoutes } from './deals/createDealRoutes.ts'
import { ApiError } from './errors.ts'
import { limitBody } from './http/readBody.ts'
import { refuseForeignOrigins } from './http/refuseForeignOrigins.ts'
import { respondWithError } from './http/respondWithError.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { serveWeb } from './http/serveWeb.ts'
import { createNoteRoutes } from './notes/createNoteRoutes.ts'
import { createRecordRoutes } from './records/createRecordRoutes.ts'
import { createSessionRoutes } from './sessions/createSessionRoutes.ts'
import type { SessionStore } from './sessions/sessions.ts'
import { createTaskRoutes } from './tasks/createTaskRoutes.ts'

/** Options of {@link createApp}. */
export interface AppOptions {
  store: SessionStore
  chat: ChatProxy
  wazzupUrl: string
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  /** Called with contacts that have been added, changed, deleted or restored, as they are now. */
  onContacts: (contacts: Contact[]) => void
  /** False as soon as the server stops. */
  isReady: () => boolean
}

/** Creates the CRM's HTTP side: its own API, the chat proxy, and the pages. */
export function createApp({ store, chat, wazzupUrl, webRoot, logger, onContacts, isReady }: AppOptions): Hono {
  return new Hono()
    .use(securityHeaders(wazzupUrl))
    .get('/livez', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) =>
      isReady() ? context.json({ status: 'ready' }) : context.json({ status: 'stopping' }, 503),
    )
    .all('/chat/*', toHono(chat))
    .route('/api', createApi({ store, logger, onLogout: chat.revoke, onContacts }))
    .route('/', serveWeb(webRoot))
}

function createApi({
  store,
  logger,
  onLogout,
  onContacts,
}: Pick<AppOptions, 'store' | 'logger' | 'onContacts'> & { onLogout: (userId: string) => void }): Hono {
  return new Hono()
    .use(async (context, next) => {
      await next()
      context.header('cache-control', 'no-store')
    })
    .use(refuseForeignOrigins)
    .use('/contacts/import', limitBody({ maxBytes: 4_000_000 })) // The text of a file of 2 MB, as JSON.
    .use('/:items/bulk', limitBody({ maxBytes: 65_536 }))
    .use(limitOtherBodies)
    .route('/', createSessionRoutes({ store, onLogout }))
    .route('/records', createRecordRoutes(store))
    .route('/dashboard', createDashboardRoutes(store))
    .route('/contacts', createContactRoutes({ store, onChange: onContacts }))
    .route('/companies', createCompanyRoutes(store))
    .route('/deals', createDealRoutes(store))
    .route('/tasks', createTaskRoutes(store))
    .route('/notes', createNoteRoutes(store))
    .route('/activity', createActivityRoutes(store))
    .all('*', (context) => respondWithError(context, { code: 'not_found', message: 'Unknown API route.' }))
    .onError((error, context) => {
      if (error instanceof ApiError) return respondWithError(context, error)
      logger.error({ err: error, path: context.req.path }, 'a request failed')
      return respondWithError(context, { code: 'internal', message: 'Something went wrong on our side. Try again.' })
    })
}

const limitSmallBody = limitBody({ maxBytes: 16_384 })

/** All bodies but those of files and of long lists of ids are small. */
const limitOtherBodies: MiddlewareHandler = (context, next) =>
  /\/(bulk|import)$/.test(context.req.path) ? next() : limitSmallBody(context, next)
