import { describe, expect, it } from 'vitest'
import { createV3Client } from '../../../test/createV3Client.ts'
import { getToken } from '../../../test/getLink.ts'
import { connectWithToken } from '../../../test/openWindow.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { createTechClient } from '../../../test/techClient.ts'
import type { OpenedWindow } from '../../chats/events.ts'
import type { Sandbox } from '../../index.ts'

function open(sandbox: Sandbox, url: string): Promise<OpenedWindow> {
  const socket = connectWithToken(sandbox, getToken(url))
  return new Promise((resolve) => socket.once('opened', resolve))
}

describe('the events of a link', () => {
  it.each([
    ['none where nothing is said', undefined, { dealsEvents: false, messagesEvents: false }],
    ['of deals', { deals: true }, { dealsEvents: true, messagesEvents: false }],
    ['of messages', { deals: false, messages: true }, { dealsEvents: false, messagesEvents: true }],
  ])('are %s', async (_, use_events, told) => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    const request = { user_id: '7', scope: 'global' as const, ...(use_events && { use_events, client_type: '' }) }
    const { url } = await createTechClient(sandbox).createChatsLink(request)
    expect(await open(sandbox, url)).toMatchObject(told)
  })

  it('are the same over API v3, in its format', async () => {
    const sandbox = await startSandbox()
    await saveUser(sandbox)
    const options = { clientType: '', useDealsEvents: true, useMessageEvents: true }
    const { url } = await createV3Client(sandbox).createIframe({
      user: { id: '7', name: 'Kate' },
      scope: 'global',
      options,
    })
    expect(await open(sandbox, url)).toMatchObject({ dealsEvents: true, messagesEvents: true })
  })
})
