import { describe, expect, it } from 'vitest'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann } from '../../../test/fixtures/people.ts'
import { saveUser } from '../../../test/saveUser.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { callTech } from '../../../test/techClient.ts'

describe('the tech API, where its documents and the live service differ', () => {
  it('accepts a link’s user as in the table, and responds with url', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-tech.nestedUser', 'wazzup-tech.urlField'] })
    await saveUser(sandbox)
    const route = 'POST /v2/iframe-links/chats'
    const { json } = await callTech(sandbox, route, { user: { id: '7' }, scope: 'global' })
    expect(json).toMatchObject({ data: { url: expect.stringContaining('/chat/?token=') } })
    expect(await callTech(sandbox, route, { user_id: '7', scope: 'global' })).toMatchObject({ status: 400 })
  })

  it('returns a chat’s id as a string, and the reason "null"', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-tech.textChatId', 'wazzup-tech.nullReason'] })
    const recipient = { chat_type: 'whatsapp', chat_id: ann.chatId }
    const body = { channel_id: channelIds.whatsapp, recipient, text: 'Hello' }
    expect(await callTech(sandbox, 'POST /v2/messages', body)).toMatchObject({
      json: { data: { chat_id: ann.chatId } },
    })
    const { json } = await callTech(sandbox, `GET /v2/channels/${channelIds.whatsapp}`)
    expect(json).toMatchObject({ data: [{ status: 'active', reason: 'null' }] })
  })

  it('spells its codes in camel case', async () => {
    const sandbox = await startSandbox({ quirks: ['wazzup-tech.camelCaseCodes'] })
    const users = [1, 2].map((id) => ({ id, name: 'Kate', phone: '79001112233' }))
    expect(await callTech(sandbox, 'POST /v2/users', { users })).toMatchObject({ json: { error: 'invalidUserData' } })
  })
})
