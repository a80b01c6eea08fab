import { expect, it } from 'vitest'
import { toButtons } from './toButtons.ts'

it.each([
  [{ type: 'button', buttons: [{ id: 'y', title: 'Yes' }] }, [{ id: 'y', text: 'Yes' }]],
  [{ type: 'list', rows: [{ id: 's', title: 'Small' }] }, [{ id: 's', text: 'Small' }]],
  [
    { type: 'cta_url', button_text: 'Open', url: 'https://shop.example' },
    [{ type: 'URL', text: 'Open', url: 'https://shop.example' }],
  ],
  [
    { type: 'button', buttons: [{ type: 'URL', text: 'Track', url: 'https://shop.example/7' }] },
    [{ type: 'URL', text: 'Track', url: 'https://shop.example/7' }],
  ],
  [undefined, undefined],
])('shows %j on the phone as its buttons', (interactive, buttons) => {
  expect(toButtons(interactive)).toEqual(buttons)
})
