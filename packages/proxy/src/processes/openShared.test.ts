import { expect, it } from 'vitest'
import { createLog } from '../../test/createLog.ts'
import { createScriptedBackend } from '../../test/createScriptedBackend.ts'
import { createChatProxy } from '../createChatProxy.ts'
import type { SharedConnection, SharedState } from './sharedState.ts'

it('a proxy that cannot begin leaves no connection behind, and tries again with the next request', async () => {
  const connections = { opened: 0, closed: 0 }
  const shared: SharedState = {
    problems: () => [],
    redact: (text) => text,
    open: () => {
      connections.opened += 1
      const close = async (): Promise<void> => {
        connections.closed += 1
      }
      return { close } as SharedConnection // Nothing else of it is used.
    },
  }
  const chat = createChatProxy({
    backend: createScriptedBackend(),
    identify: () => null,
    conversations: () => {
      throw new Error('The database is not there yet.')
    },
    shared,
    logger: createLog(),
  })
  const ask = () => chat.fetch(new Request('http://crm.example/chat/session'))
  expect([(await ask()).status, (await ask()).status]).toEqual([500, 500])
  expect(connections).toEqual({ opened: 2, closed: 2 })
})
