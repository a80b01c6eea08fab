import { describe, expect, it } from 'vitest'
import { fillParts, listPlaces } from './fillParts.ts'
import { toTemplateParts } from './templateParts.ts'

const order = toTemplateParts({
  name: 'order',
  details: {
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
      { type: 'BODY', text: '{{2}}, it comes {{1}}. Yours, {{2}}?' },
      { type: 'FOOTER', text: 'The shop' },
      { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Follow', url: 'https://shop.example/{{1}}' }] },
    ],
  },
})
const invoice = toTemplateParts({
  name: 'invoice',
  details: {
    components: [
      { type: 'HEADER', format: 'DOCUMENT' },
      { type: 'BODY', text: 'For {{1}}.' },
    ],
  },
})

describe('a template', () => {
  it('fills header, body and buttons in this order, each variable once', () => {
    expect(listPlaces(order).map(({ part, variable }) => `${part} ${variable}`)).toEqual([
      'header {{1}}',
      'body {{1}}',
      'body {{2}}',
      'button {{1}}',
    ])
    expect(fillParts(order, ['7', 'today', 'Ann', 'a7'])).toEqual({
      header: 'Order 7',
      file: null,
      text: 'Ann, it comes today. Yours, Ann?',
      footer: 'The shop',
      buttons: [{ type: 'URL', text: 'Follow', url: 'https://shop.example/a7' }],
    })
  })

  it('with a file in its header takes the link first', () => {
    expect(listPlaces(invoice)[0]).toEqual({ part: 'header', variable: 'document', takes: 'file' })
    expect(fillParts(invoice, ['https://files.example/1.pdf', 'Ann'])).toMatchObject({
      file: 'https://files.example/1.pdf',
      text: 'For Ann.',
    })
  })

  it('shows variables without a value', () => {
    expect(fillParts(order, ['', 'today'])).toMatchObject({
      header: 'Order {{1}}',
      text: expect.stringContaining('{{2}}'),
    })
  })

  it('without components is shown by its name', () => {
    expect(toTemplateParts({ name: 'bare', details: {} })).toEqual({
      header: null,
      body: 'bare',
      footer: null,
      buttons: [],
    })
  })
})
