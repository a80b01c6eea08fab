import { createServer, type Server } from 'node:http'
import type { ChatContact } from '@crm-chat/proxy'
import { attachSocketIo } from '@crm-chat/proxy/node'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { createContactSync } from './chat/createContactSync.ts'
import { createCrmChat } from './chat/createCrmChat.ts'
import { listAllContacts } from './contacts/contacts.ts'
import { createApp } from './createApp.ts'
import { listen } from './http/listen.ts'
import { openSeededStore } from './seed/openSeededStore.ts'
import type { OwnedContact } from './store/schema.ts'
import { startInterval, startTimer } from './timers.ts'

/** Options of {@link startCrm}. */
export interface CrmOptions {
  /** Port 0 picks any free one. */
  port: number
  apiKey: string
  wazzupUrl: string
  /** Database file, or `:memory:`. */
  data: string
  /** Folder of the built pages. */
  webRoot: string
  logger: Logger
  /** Unix time in milliseconds. @default Date.now */
  now?: () => number
}

/** A running CRM. */
export interface Crm {
  url: string
  /** Ends live streams, connections and the database. */
  close: () => Promise<void>
}

/** Starts the CRM, whether or not the vendor can be reached. @throws {PortTakenError} {@link DataFileError} */
export async function startCrm(options: CrmOptions): Promise<Crm> {
  const { port, apiKey, wazzupUrl, webRoot, logger, now = Date.now } = options
  const { database, close: closeStore } = await openSeededStore(options.data)
  const store = { database, now }
  const chat = createCrmChat({ store, apiKey, wazzupUrl, logger })
  const sync = createContactSync({ save: chat.saveContacts, logger })
  const onContact = (contact: OwnedContact) => sync.add([toChatContact(contact)])
  const app = createApp({ store, chat, wazzupUrl, webRoot, logger, onContact })
  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }))
  const sockets = attachSocketIo({ server, chat })

  async function close(): Promise<void> {
    sync.close()
    await sockets.close()
    await chat.close()
    await closeServer(server)
    closeStore()
  }

  try {
    const url = `http://127.0.0.1:${await listen(server, port)}`
    sync.add((await listAllContacts(database)).map(toChatContact))
    return { url, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Sends the vendor only the fields that show the right chats to the right user. */
function toChatContact({ id, name, responsibleUserId, chats }: OwnedContact): ChatContact {
  return { id, name, responsibleUserId, chats }
}

/** Gives requests in progress a second to finish. Idle keep-alive connections are closed at once. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = startInterval(() => server.closeIdleConnections(), 20)
    const force = startTimer(() => server.closeAllConnections(), 1000)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(force)
      resolve()
    })
  })
}
