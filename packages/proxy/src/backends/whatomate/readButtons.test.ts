import { expect, test } from 'vitest'
import { readButtons } from './readButtons.ts'

test.each([
  ['quick replies', { type: 'button', buttons: [{ id: 'y', title: 'Yes' }] }, [{ text: 'Yes' }]],
  [
    'replies in the form of Meta',
    { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
    [{ text: 'Yes' }],
  ],
  [
    'entries of a list',
    { type: 'list', rows: [{ id: '1', title: 'One', description: 'The first' }] },
    [{ text: 'One', description: 'The first' }],
  ],
  [
    'a link',
    { type: 'cta_url', button_text: 'Open', url: 'https://example.com' },
    [{ text: 'Open', url: 'https://example.com' }],
  ],
  [
    'buttons of a template',
    { type: 'button', buttons: [{ type: 'URL', text: 'Track it', url: 'https://example.com/1' }] },
    [{ text: 'Track it', url: 'https://example.com/1' }],
  ],
  ['the button of a flow', { type: 'flow', flow_cta: 'Book a visit' }, [{ text: 'Book a visit' }]],
  ['nothing in a message without any', undefined, undefined],
  [
    'nothing in what has another shape',
    { type: 'button', buttons: [null, 7, { title: '' }, { title: {} }] },
    undefined,
  ],
])('reads %s', (_, interactive, buttons) => {
  expect(readButtons(interactive)).toEqual(buttons)
})
