import { createServer, type Server } from 'node:http'
import { attachSocketIo } from '@crm-chat/proxy/node'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { createContactSync } from './chat/createContactSync.ts'
import { createCrmChat } from './chat/createCrmChat.ts'
import { toChatContact } from './chat/toChatContact.ts'
import { listAllContacts } from './contacts/contacts.ts'
import { createApp } from './createApp.ts'
import { listen } from './http/listen.ts'
import { openStore } from './store/openStore.ts'

/** Options of {@link startCrm}. */
export interface CrmOptions {
  /** Port 0 takes any free one. */
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

/** Starts the CRM. It does not need the vendor to be up. @throws {PortTakenError} {@link DataFileError} */
export async function startCrm(options: CrmOptions): Promise<Crm> {
  const { port, apiKey, wazzupUrl, webRoot, logger, now = Date.now } = options
  const { database, close: closeStore } = await openStore(options.data)
  const store = { database, now }
  const chat = createCrmChat({ store, apiKey, wazzupUrl, logger })
  const sync = createContactSync({ save: chat.saveContacts, logger })
  const onContact = (contact: Parameters<typeof toChatContact>[0]) => sync.add([toChatContact(contact)])
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

/** Lets requests under way finish, for a moment. A connection that is kept alive ends with its last answer. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 20)
    const force = setTimeout(() => server.closeAllConnections(), 1000)
    server.close(() => {
      clearInterval(sweep)
      clearTimeout(force)
      resolve()
    })
  })
}
