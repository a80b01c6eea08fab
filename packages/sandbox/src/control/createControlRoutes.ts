import { Hono } from 'hono'
import type { Account } from '../server/account.ts'
import { channels } from './channels.ts'
import { chats } from './chats.ts'
import { clock } from './clock.ts'
import { connectLinks } from './connectLinks.ts'
import { customers } from './customers.ts'
import { data } from './data.ts'
import { events } from './events.ts'
import { faults } from './faults.ts'
import { messages } from './messages.ts'
import { quirks } from './quirks.ts'
import { requests } from './requests.ts'
import { settings } from './settings.ts'
import { simulate } from './simulate.ts'
import { snapshots } from './snapshots.ts'
import { sockets } from './sockets.ts'
import { users } from './users.ts'
import { webhooks } from './webhooks.ts'
import { windows } from './windows.ts'

/** Creates the sandbox's own API for one account: it plays customers, controls time, and feeds the inspector. */
export function createControlRoutes({ account, origin }: { account: Account; origin: () => string }): Hono {
  const { store, links } = account
  return new Hono({ strict: false })
    .route('/', simulate({ store, origin }))
    .route('/', chats({ store }))
    .route('/', channels({ account, origin }))
    .route('/', connectLinks({ account, origin }))
    .route('/', messages({ store }))
    .route('/', windows({ store, links, origin }))
    .route('/', events({ account }))
    .route('/', clock({ account }))
    .route('/', requests({ account }))
    .route('/', sockets({ account }))
    .route('/', faults({ account }))
    .route('/', quirks({ account }))
    .route('/', data({ account }))
    .route('/', snapshots({ snapshots: account.snapshots }))
    .route('/', settings({ store }))
    .route('/', customers({ store }))
    .route('/', users({ store }))
    .route('/', webhooks({ webhooks: account.webhooks }))
}
