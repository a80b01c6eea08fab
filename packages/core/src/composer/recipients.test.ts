import { expect, test } from 'vitest'
import { listRecipients, parsePhone, parseUsername } from './recipients.ts'
import { findSendingRules } from './sendingRules.ts'

test.each([
  ['+49 (30) 901-820', '4930901820'],
  ['0049 30 901820', '4930901820'],
  ['79998887766', '79998887766'],
  ['8 999 888-77-66', undefined], // As dialled in Russia.
  ['+1 23', undefined],
  ['+49 30 90 18 20 99 99 99', undefined],
  ['call me', undefined],
])('reads the number %s', (text, digits) => {
  expect(parsePhone(text)).toBe(digits)
})

test.each([
  ['@anna_smith', 'anna_smith'],
  ['https://t.me/anna_smith', 'anna_smith'],
  ['anna smith', undefined],
  ['@a', undefined],
])('reads the name %s', (text, name) => {
  expect(parseUsername(text)).toBe(name)
})

test('lists a person’s dialogues first, and names and numbers where none is known', () => {
  const finds = (chatType: string) => findSendingRules({ vendor: 'wazzup-v3', chatType, transport: undefined }).finds
  const contact = {
    chats: [{ chatType: 'whatsapp', chatId: '79998887766' }],
    usernames: ['@anna_smith', 'not a name'],
    phones: ['+7 999 888-77-66', '+49 30 901820', '12'],
  } as const
  const listed = listRecipients(contact, finds, ['whatsapp', 'telegram', 'instagram'])
  expect(listed.map(({ chatType, label, isNew }) => `${chatType} ${label}${isNew ? ' new' : ''}`)).toEqual([
    'whatsapp +79998887766',
    'whatsapp +4930901820 new',
    'telegram @anna_smith new',
    'telegram +79998887766 new',
    'telegram +4930901820 new',
  ])
})

test.each([
  ['wazzup-v2', 'telegram', 'telegram', [], false],
  ['wazzup-v3', 'telegram', 'telegram', ['inline', 'reply', 'remove'], true],
  ['wazzup-v3', 'telegram', 'tgapi', [], true],
  ['wazzup-v3', 'whatsapp', 'whatsapp', [], true],
  ['wazzup-v3', 'whatsapp', 'wapi', ['buttons'], true],
  ['wazzup-tech', 'max', 'maxbot', ['max'], true],
  ['wazzup-tech', 'max', 'max', [], true],
  ['whatomate', 'whatsapp', undefined, ['buttons', 'list', 'link'], false],
])('offers the buttons that %s has in %s over %s', (vendor, chatType, transport, types, keepsUnanswered) => {
  const rules = findSendingRules({ vendor, chatType, transport })
  expect(rules.keyboards.map(({ type }) => type)).toEqual(types)
  expect(rules.keepsUnanswered).toBe(keepsUnanswered)
})

test.each([
  ['wazzup-v3', 'whatsapp', 10_000, 10_000],
  ['wazzup-v3', 'wapi', 4_096, 4_096],
  ['wazzup-tech', 'wapi', 4_096, 1_024],
  ['whatomate', 'wapi', 4_096, 4_096],
  ['whatomate', undefined, undefined, 4_096],
  ['wazzup-v3', 'viber', undefined, 20_000],
])('limits texts of %s over %s by the channel’s and the vendor’s limit', (vendor, transport, longestText, most) => {
  const { text } = findSendingRules({ vendor, chatType: 'whatsapp', transport, longestText })
  expect(text).toEqual({ most, unit: 'characters' })
})

test('limits the text above buttons of Whatomate to that of a caption', () => {
  const { text, textWithButtons } = findSendingRules({ vendor: 'whatomate', chatType: 'whatsapp', transport: 'wapi' })
  expect([text.most, textWithButtons.most]).toEqual([4_096, 1_024])
})

test('knows the flags of each vendor', () => {
  const flagsOf = (vendor: string) =>
    findSendingRules({ vendor, chatType: 'telegram', transport: 'telegram' }).keyboards.flatMap(({ flags }) => flags)
  expect(flagsOf('wazzup-v3')).toEqual(['oneTime'])
  expect(flagsOf('wazzup-tech')).toEqual(['oneTime', 'resize', 'selective'])
})
