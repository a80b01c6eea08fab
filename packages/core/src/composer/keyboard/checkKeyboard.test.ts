import { keyboardSchema } from '@crm-chat/protocol'
import { expect, test } from 'vitest'
import { checkKeyboard } from './checkKeyboard.ts'
import { type DraftButton, type KeyboardDraft, parseKeyboardDraft, toKeyboard } from './keyboardDraft.ts'
import {
  type KeyboardRules,
  maxButtons,
  telegramInline,
  telegramRemoval,
  telegramReply,
  threeButtons,
  wabaButtons,
  whatsappLink,
  whatsappList,
} from './keyboardRules.ts'

const button = (part: Partial<DraftButton> = {}): DraftButton => ({
  kind: 'value',
  text: 'Yes',
  value: '',
  intent: 'default',
  ...part,
})

const draft = (rules: KeyboardRules, rows: DraftButton[][]): KeyboardDraft => ({
  type: rules.type,
  rows,
  oneTime: false,
  resize: false,
  selective: false,
})

const many = (count: number, part: Partial<DraftButton> = {}): DraftButton[][] =>
  Array.from({ length: count }, (_, index) => [button({ text: `B${index}`, ...part })])

test.each<[string, KeyboardRules, DraftButton[][], boolean]>([
  ['10 buttons of WABA', wabaButtons, many(10), true],
  ['an eleventh one', wabaButtons, many(11), false],
  ['20 characters in WABA', wabaButtons, [[button({ text: 'ж'.repeat(20) })]], true],
  ['21 characters in WABA', wabaButtons, [[button({ text: 'ж'.repeat(21) })]], false],
  ['20 bytes at Whatomate', threeButtons, [[button({ text: 'ж'.repeat(10) })]], true],
  ['22 bytes at Whatomate', threeButtons, [[button({ text: 'ж'.repeat(11) })]], false],
  ['a fourth button at Whatomate', threeButtons, many(4), false],
  ['two buttons of one value', threeButtons, [[button()], [button({ text: 'Of course', value: 'Yes' })]], false],
  ['a list of 4', whatsappList, many(4), true],
  ['a list of 3', whatsappList, many(3), false],
  ['a list of 11', whatsappList, many(11), false],
  ['24 bytes in a list', whatsappList, [...many(3), [button({ text: 'ж'.repeat(12) })]], true],
  ['26 bytes in a list', whatsappList, [...many(3), [button({ text: 'ж'.repeat(13) })]], false],
  ['12 buttons of Telegram', telegramInline, many(12), true],
  ['a thirteenth one', telegramInline, many(13), false],
  ['64 characters in Telegram', telegramInline, [[button({ text: '😀'.repeat(64), value: 'y' })]], true],
  ['a text that is too long as a value', telegramInline, [[button({ text: '😀'.repeat(64) })]], false],
  ['64 bytes as a value', telegramInline, [[button({ value: 'ж'.repeat(32) })]], true],
  ['65 bytes as a value', telegramInline, [[button({ value: `${'ж'.repeat(32)}a` })]], false],
  ['a link of Telegram', telegramInline, [[button({ kind: 'link', value: 'tg://resolve?domain=shop' })]], true],
  ['a script for a link', telegramInline, [[button({ kind: 'link', value: 'javascript:alert(1)' })]], false],
  ['texts alone in a reply keyboard', telegramReply([]), [[button({ kind: 'text' })]], true],
  ['no text', telegramReply([]), [[button({ kind: 'text', text: ' ' })]], false],
  ['a removal', telegramRemoval, [], true],
  ['no button', maxButtons, [], false],
  ['a link button', whatsappLink, [[button({ kind: 'link', value: 'https://shop.example' })]], true],
])('checks %s', (_, rules, rows, isValid) => {
  expect(checkKeyboard(draft(rules, rows), rules).isValid).toBe(isValid)
  if (isValid) expect(keyboardSchema.safeParse(toKeyboard(draft(rules, rows))).error).toBeUndefined()
})

test('writes each kind in the words of the protocol', () => {
  const look = { intent: 'negative' } as const
  expect(
    toKeyboard(
      draft(maxButtons, [
        [button(look), button({ kind: 'text' })],
        [button({ kind: 'link', value: 'https://a.example' })],
      ]),
    ),
  ).toEqual({
    type: 'max',
    rows: [
      [
        { type: 'callback', text: 'Yes', payload: 'Yes', intent: 'negative' },
        { type: 'message', text: 'Yes' },
      ],
      [{ type: 'link', text: 'Yes', url: 'https://a.example' }],
    ],
  })
  const reply = draft(telegramReply(['oneTime', 'selective']), [[button({ kind: 'text' })]])
  expect(toKeyboard({ ...reply, oneTime: true, selective: true })).toEqual({
    type: 'reply',
    rows: [[{ text: 'Yes' }]],
    oneTime: true,
    selective: true,
  })
})

test('reads a kept draft, and nothing else', () => {
  const kept = draft(maxButtons, [[button()]])
  expect(parseKeyboardDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(parseKeyboardDraft({ ...kept, type: 'other' })).toBeUndefined()
  expect(parseKeyboardDraft({ ...kept, rows: [[{ text: 1 }]] })).toBeUndefined()
  expect(parseKeyboardDraft(null)).toBeUndefined()
})
