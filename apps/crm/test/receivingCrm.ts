import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createChatProxy } from '@crm-chat/proxy'
import { toNode } from '@crm-chat/proxy/node'
import { createHookedBackend } from '../../../packages/proxy/test/createHookedBackend.ts'
import { sqliteConversations } from '../src/server/conversations/sqliteConversations.ts'
import { openStore } from '../src/server/store/openStore.ts'

/**
 * A CRM's process that receives webhooks into a database file. It sends its port when it is ready, and the id of each
 * message that it is given, which it never takes where `CRM_TEST_HOLD` is set.
 */
const { CRM_DATA = ':memory:', CRM_TEST_HOLD, CRM_TEST_SECRET = '' } = process.env
const { database } = await openStore(CRM_DATA)
const chat = createChatProxy({
  backend: createHookedBackend(),
  identify: () => null,
  conversations: sqliteConversations(database),
  webhooks: {
    secret: CRM_TEST_SECRET,
    onEvent: async (event) => {
      if (event.kind === 'message') process.send?.({ id: event.message.id })
      if (CRM_TEST_HOLD) await new Promise(() => {})
    },
  },
})
const server = createServer(toNode(chat))
server.listen(0, '127.0.0.1', () => process.send?.({ port: (server.address() as AddressInfo).port })) // A TCP server's address.
