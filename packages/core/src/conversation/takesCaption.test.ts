import { expect, test } from 'vitest'
import { takesCaption } from './takesCaption.ts'

const image = { type: 'image/png' }

test.each([
  ['goes with its file', ['caption'], image, '12345', true],
  ['is another message where there are no captions', ['file'], image, '12345', false],
  ['is another message where it is longer', ['caption'], image, '123456', false],
  ['has characters, of which an emoji is one', ['caption'], image, '😀😀😀😀😀', true],
  ['is another message after a sound', ['caption'], { type: 'audio/ogg; codecs=opus' }, '12345', false],
])('a text %s', (_, can, file, text, expected) => {
  expect(takesCaption({ allowed: { can, longestCaption: 5 }, file, text })).toBe(expected)
})

test('a text of any length goes with its file where no length is known', () => {
  expect(takesCaption({ allowed: { can: ['caption'] }, file: image, text: 'a'.repeat(20_000) })).toBe(true)
})
