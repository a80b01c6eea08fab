import { channelSchema } from '@crm-chat/protocol'
import { chatTypesByTransport } from '@crm-chat/vendors/wazzup-v3'
import { describe, expect, it } from 'vitest'
import { changeableMs, listMessageChanges } from '../../../sandbox/src/messengers/channels/messageChanges.ts'
import { findRules } from './channelRules.ts'
import { toChannel } from './toChannel.ts'

describe('rules of a channel', () => {
  it.each([
    ['whatsapp', ['text', 'delete'], 10_000],
    ['wapi', [], 4_096],
    ['telegram', ['text', 'file', 'delete'], 4_096],
    ['tgapi', ['text', 'file', 'delete'], 4_096],
    ['max', ['text', 'file', 'delete'], 4_096],
    ['maxbot', ['text', 'file', 'delete'], 4_096],
    ['instagram', [], 1_000],
    ['instAPI', [], 1_000],
    ['vk', [], 1_000],
    ['avito', [], 1_000],
    ['viber', [], undefined],
  ])('are for %s those of its messenger', (transport, changes, longestText) => {
    const rules = findRules(transport)
    expect(rules).toMatchObject({ changes, changeableSeconds: 15 * 60, messenger: expect.stringMatching(/^[A-Z]/) })
    expect(rules?.longestText).toBe(longestText)
    const channel = toChannel({ id: 'c-1', transport, state: 'active' })
    expect(channel.rules).toEqual(rules)
    expect(channelSchema.parse(channel)).toEqual(channel)
  })

  it('are known for every transport of the documents, and for no other word', () => {
    expect(Object.keys(chatTypesByTransport).filter((transport) => !findRules(transport))).toEqual([])
    expect(['constructor', 'sms', ''].map(findRules)).toEqual([undefined, undefined, undefined])
    expect(toChannel({ id: 'c-1', transport: 'sms', state: 'active' })).not.toHaveProperty('rules')
  })

  it('close the window for replies after a day in WhatsApp Business, after a week in Instagram, and never elsewhere', () => {
    const windows = ['wapi', 'instagram', 'whatsapp', 'max'].map((transport) => findRules(transport)?.replyWindow)
    expect(windows).toEqual([
      { seconds: 86_400, afterwards: 'templates' },
      { seconds: 604_800, afterwards: 'nothing' },
      undefined,
      undefined,
    ])
  })

  it('offer what the emulated vendor takes', () => {
    const names = { text: 'text', content: 'file', delete: 'delete' }
    for (const transport of ['whatsapp', 'wapi', 'telegram', 'tgapi', 'max', 'maxbot', 'instagram', 'vk'] as const) {
      const taken = listMessageChanges(transport).map((change) => names[change])
      expect(findRules(transport)?.changes, transport).toEqual(taken)
    }
    expect(findRules('whatsapp')?.changeableSeconds).toBe(changeableMs / 1000)
  })
})
