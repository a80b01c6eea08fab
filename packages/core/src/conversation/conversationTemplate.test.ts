import { expect, test } from 'vitest'
import { type ConversationTemplate, fillTemplate, listVariables } from './conversationTemplate.ts'

const template: ConversationTemplate = {
  id: 't1',
  name: 'order',
  category: null,
  language: 'en',
  header: { format: 'TEXT', text: 'Order {{1}}' },
  body: 'Hello {{2}}, it is {{1}}, {{2}}.',
  footer: 'Reply STOP',
  buttons: [{ text: 'Follow', url: 'https://shop.example/{{1}}' }, { text: 'Yes' }],
  places: [],
  channelIds: null,
}

test('fills in each part with the values that follow, and a variable twice with the same one', () => {
  expect(fillTemplate(template, ['A-17', 'ready', 'Ann', 'a17'])).toEqual({
    text: 'Hello Ann, it is ready, Ann.',
    file: null,
    template: { name: 'order', header: 'Order A-17', footer: 'Reply STOP' },
    buttons: [{ text: 'Follow', url: 'https://shop.example/a17' }, { text: 'Yes' }],
  })
})

test('shows the variables of places without a value', () => {
  expect(fillTemplate(template, ['', 'ready'])).toMatchObject({
    text: 'Hello {{2}}, it is ready, {{2}}.',
    template: { header: 'Order {{1}}' },
  })
})

test.each([
  ['https://files.example.com/a/bill.pdf', { name: 'bill.pdf', host: 'files.example.com', isShown: false }],
  ['https://', null],
  ['javascript:alert(1)', null],
  ['', null],
])('shows the file of %j as %j', (link, file) => {
  const { file: shown } = fillTemplate({ ...template, header: { format: 'IMAGE' }, body: '', buttons: [] }, [link])
  if (file) expect(shown).toMatchObject(file)
  else expect(shown).toBeNull()
})

test('lists variables once, numbered ones by number', () => {
  expect(listVariables('{{10}} {{2}} {{name}} {{2}}')).toEqual(['{{name}}', '{{2}}', '{{10}}'])
  expect(listVariables('none { {1} }')).toEqual([])
  expect(listVariables('To {{address1}}, {{name}}')).toEqual(['{{address1}}', '{{name}}'])
})
