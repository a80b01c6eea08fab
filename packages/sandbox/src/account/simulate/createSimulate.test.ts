import { describe, expect, it } from 'vitest'
import { callSandbox, refusal } from '../../../test/callSandbox.ts'
import { channelIds } from '../../../test/fixtures/channels.ts'
import { ann, bob } from '../../../test/fixtures/people.ts'
import { openWindow } from '../../../test/openWindow.ts'
import { startSandbox } from '../../../test/startSandbox.ts'
import { subscribeTech } from '../../../test/subscribe.ts'
import { createTechClient } from '../../../test/techClient.ts'
import { InvalidOptionError } from '../../store/errors.ts'

const group = { chatType: 'whatsgroup', chatId: '79998887766-1611143663' } as const
const kim = { memberId: '79990000001', name: 'Kim' }
const wapi = '020e3f61-e5df-447f-8ef9-ce8258e92c7a'

describe('a simulated group', () => {
  it('is created and renamed, and members join, leave and change their names, with one event each', async () => {
    const sandbox = await startSandbox()
    const { received, understood } = await subscribeTech(
      sandbox,
      'group_chat.update',
      'group_chat.memberships_update',
      'message.add',
    )
    await sandbox.simulate.group({ ...group, name: 'Choir', members: [kim] })
    await sandbox.simulate.group({ ...group, name: 'Choir' })
    await sandbox.simulate.group({ ...group, name: 'The choir' })
    await sandbox.simulate.group({ ...group, members: [{ ...kim, name: 'Kim Lee' }] })
    await sandbox.simulate.group({ ...group, left: [kim.memberId, 'nobody'] })
    await sandbox.simulate.message({ ...group, text: 'The end' })
    await expect.poll(received).toHaveLength(6)
    const chat = { channel_id: channelIds.whatsapp, chat_type: group.chatType, chat_id: group.chatId }
    const toMember = (name: string) => ({ chat_id: kim.memberId, name })
    expect(received().slice(0, 5)).toMatchObject([
      { event: 'group_chat.update', data: { ...chat, name: 'Choir' } },
      { event: 'group_chat.memberships_update', data: { ...chat, members: [toMember('Kim')] } },
      { event: 'group_chat.update', data: { ...chat, name: 'The choir' } },
      { event: 'group_chat.memberships_update', data: { ...chat, members: [toMember('Kim Lee')] } },
      { event: 'group_chat.memberships_update', data: { ...chat, members: [] } },
    ])
    const told = { kind: 'group', channelId: channelIds.whatsapp, chat: group }
    expect((await understood()).slice(0, 2)).toMatchObject([
      { ...told, change: 'details' },
      { ...told, change: 'members' },
    ])
  })

  it('needs the chat type of a group, and a messenger with a channel', async () => {
    const sandbox = await startSandbox()
    await expect(sandbox.simulate.group({ ...ann, name: 'Ann' })).rejects.toThrow(InvalidOptionError)
    const viaTelegram = { ...group, name: 'Choir', channelId: channelIds.telegram }
    await expect(sandbox.simulate.group(viaTelegram)).rejects.toThrow(InvalidOptionError)
  })
})

describe('a simulated tier', () => {
  it('becomes the tier of the channel, and is reported', async () => {
    const sandbox = await startSandbox()
    const client = createTechClient(sandbox)
    const { received, understood } = await subscribeTech(sandbox, 'channel.waba_tier_update', 'channel.status_update')
    expect(await client.fetchChannel({ channel_id: wapi })).toMatchObject({ tier: 'TIER_1K' })
    await sandbox.simulate.tier({ channelId: wapi, tier: 'TIER_10K' })
    expect(await client.fetchChannel({ channel_id: wapi })).toMatchObject({ tier: 'TIER_10K' })
    const data = { channel_id: wapi, tier: 'TIER_10K' }
    await expect.poll(received).toMatchObject([{ event: 'channel.waba_tier_update', data }])
    expect(await understood()).toMatchObject([{ kind: 'channel', channel: { channelId: wapi, tier: 'TIER_10K' } }])
  })

  it('is for WABA channels only', async () => {
    const sandbox = await startSandbox()
    const body = { channelId: channelIds.whatsapp, tier: 'TIER_50' }
    const answer = await callSandbox(sandbox, 'POST /_sandbox/simulate/tier', { body })
    expect(answer).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR', expect.stringContaining('WABA')) })
    await expect(sandbox.simulate.tier({ channelId: wapi, tier: 'TIER_7' as never })).rejects.toThrow(
      InvalidOptionError,
    )
  })
})

describe('the phone of the company', () => {
  it('sends messages that no API sent, and edits and deletes them', async () => {
    const sandbox = await startSandbox()
    const route = 'POST /_sandbox/simulate/reply'
    const { status, json } = await callSandbox(sandbox, route, { body: { ...bob, text: 'Good day' } })
    expect({ status, json }).toEqual({ status: 201, json: { ...bob, messageId: expect.any(String) } })
    const { messageId } = json as { messageId: string }
    await sandbox.simulate.edit({ messageId, text: 'Good evening' })
    const { socket } = await openWindow(sandbox, { activeChat: bob })
    const readMessages = async () => await socket.emitWithAck('messages', bob)
    const shown = { messageId, direction: 'outgoing', text: 'Good evening', editedAt: expect.any(Number) }
    expect(await readMessages()).toMatchObject({ result: { messages: [shown] } })
    await sandbox.simulate.remove({ messageId })
    const removed = { messageId, text: null, deletedAt: expect.any(Number) }
    expect(await readMessages()).toMatchObject({ result: { messages: [removed] } })
  })

  it('sends messages of a user in the chats page, too', async () => {
    const sandbox = await startSandbox()
    const { received } = await subscribeTech(sandbox, 'message.add')
    await sandbox.simulate.reply({ ...bob, text: 'Good day', author: { id: '7', name: 'Kate' } })
    await expect.poll(received).toMatchObject([{ data: [{ crm_user_id: '7', sender: { id: '7', name: 'Kate' } }] }])
  })

  it.each([
    ['reply', { ...bob }],
    ['reply', { ...bob, text: 'Hello', author: { id: '7' } }],
    ['reply', { chatType: 'avito', chatId: '1', text: 'There is no channel for this.' }],
    ['edit', { messageId: 'nothing', text: 'Hello' }],
    ['remove', { messageId: 'nothing' }],
    ['deal', ann],
    ['transfer', { ...bob, change: 'created' }],
  ])('rejects invalid input to %s', async (name, body) => {
    const sandbox = await startSandbox()
    const answer = await callSandbox(sandbox, `POST /_sandbox/simulate/${name}`, { body })
    expect(answer).toMatchObject({ status: 400, json: refusal('VALIDATION_ERROR') })
  })
})
