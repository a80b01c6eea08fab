import { toHono } from '@crm-chat/proxy/hono'
import { Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import type { Logger } from 'pino'
import type { PageStart } from '../api/pageStart.ts'
import { createActivityRoutes } from './activity/createActivityRoutes.ts'
import type { CrmWebhooks } from './chat/createCrmChat.ts'
import { createChatRoutes } from './chats/createChatRoutes.ts'
import { createWaitingRoutes } from './chats/createWaitingRoutes.ts'
import { createCompanyRoutes } from './companies/createCompanyRoutes.ts'
import { createContactRoutes } from './contacts/createContactRoutes.ts'
import { createDashboardRoutes } from './dashboard/createDashboardRoutes.ts'
import { createDealRoutes } from './deals/createDealRoutes.ts'
import { ApiError } from './errors.ts'
import { createFileRoutes } from './files/createFileRoutes.ts'
import type { FileFolder } from './files/openFileFolder.ts'
import { createHopRoutes } from './hops/createHopRoutes.ts'
import type { Hops } from './hops/createHops.ts'
import { limitBody } from './http/readBody.ts'
import { readResponses } from './http/readResponses.ts'
import { refuseForeignOrigins } from './http/refuseForeignOrigins.ts'
import { respondWithError } from './http/respondWithError.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { serveWeb } from './http/serveWeb.ts'
import { createNoteRoutes } from './notes/createNoteRoutes.ts'
import { createRecordRoutes } from './records/createRecordRoutes.ts'
import { createSessionRoutes } from './sessions/createSessionRoutes.ts'
import { identify } from './sessions/identify.ts'
import type { SessionStore } from './sessions/sessions.ts'
import type { VendorSync } from './sync/createSync.ts'
import { createSyncRoutes } from './sync/createSyncRoutes.ts'
import { createTaskRoutes } from './tasks/createTaskRoutes.ts'
import { createSettingsRoutes } from './vendor/createSettingsRoutes.ts'
import type { VendorSwitch } from './vendor/createVendorSwitch.ts'
import { createWebhookRoutes } from './vendor/createWebhookRoutes.ts'
import { readSettings } from './vendor/readSettings.ts'

/** Options of {@link createApp}. */
export interface AppOptions {
  store: SessionStore
  hops: Hops
  vendorSwitch: VendorSwitch
  sync: VendorSync
  /** Files of messages. */
  files: FileFolder
  webhooks: CrmWebhooks | undefined
  /** Addresses of the vendors' APIs. */
  vendorUrls: readonly string[]
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  /** False as soon as the server stops. */
  isReady: () => boolean
}

/** Creates the CRM's HTTP side: its own API, the chat proxy, the files of messages, and the pages. */
export function createApp(options: AppOptions): Hono {
  const { hops, vendorSwitch, files, vendorUrls, webRoot, isReady } = options
  const api = createApi(options)
  return new Hono()
    .route('/files', createFileRoutes(files)) // It has stricter headers of its own.
    .use(securityHeaders(vendorUrls))
    .get('/livez', (context) => context.json({ status: 'ok' }))
    .get('/readyz', (context) =>
      isReady() ? context.json({ status: 'ready' }) : context.json({ status: 'stopping' }, 503),
    )
    .use('/chat/*', hops.middleware)
    .post('/chat/webhooks/:secret', async (context) => {
      const receiver = vendorSwitch.receiver(context.req.param('secret'))
      // An error would let the vendor report the address as broken.
      return receiver ? toHono(receiver)(context) : context.json({ ok: true })
    })
    .all('/chat/*', (context) => toHono(vendorSwitch.current().chat)(context))
    .route('/api', api)
    .route('/', serveWeb({ root: webRoot, readStart: (request) => readStart({ options, api, request }) }))
}

async function readStart({
  options,
  api,
  request,
}: {
  options: AppOptions
  api: Hono
  request: Request
}): Promise<PageStart> {
  const readAt = Date.now()
  const user = await identify(options.store, request)
  if (!user) return { me: { user }, settings: null, responses: {}, readAt }
  const [settings, responses] = await Promise.all([readSettings(options), readResponses({ api, request, user })])
  return { me: { user }, settings, responses, readAt }
}

function createApi({ store, hops, logger, vendorSwitch, sync, webhooks }: AppOptions): Hono {
  return new Hono()
    .use(compress())
    .use(async (context, next) => {
      await next()
      context.header('cache-control', 'no-store')
    })
    .use(refuseForeignOrigins)
    .use('/contacts/import', limitBody({ maxBytes: 4_000_000 })) // The text of a file of 2 MB, as JSON.
    .use('/:items/bulk', limitBody({ maxBytes: 65_536 }))
    .use(limitOtherBodies)
    .route('/', createSessionRoutes({ store, onLogout: vendorSwitch.revoke }))
    .route('/records', createRecordRoutes(store))
    .route('/dashboard', createDashboardRoutes(store))
    .route('/contacts', createContactRoutes(store))
    .route('/companies', createCompanyRoutes(store))
    .route('/deals', createDealRoutes(store))
    .route('/tasks', createTaskRoutes(store))
    .route('/notes', createNoteRoutes(store))
    .route('/activity', createActivityRoutes(store))
    .route('/chats', createChatRoutes(store))
    .route('/waiting', createWaitingRoutes(store))
    .route('/settings', createSettingsRoutes({ store, vendorSwitch, webhooks }))
    .route('/webhooks', createWebhookRoutes({ store, vendorSwitch, webhooks, logger }))
    .route('/hops', createHopRoutes({ store, hops }))
    .route('/sync', createSyncRoutes({ store, sync }))
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
