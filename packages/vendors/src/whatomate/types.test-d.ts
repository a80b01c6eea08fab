import type { MediaParameters } from './media.ts'
import type { MessageParameters } from './messageRequest.ts'
import type { TemplateMessageParameters } from './templates.ts'

// Each line below a @ts-expect-error must not compile: `tsc` fails on one that does.

const contact_id = '0c8d2b3e-6a3f-4f6e-9d8b-1a2b3c4d5e6f'
const buttons = [{ id: 'y', title: 'Yes' }]
const interactive = { type: 'button', body: 'Choose', buttons } as const

export const messages: MessageParameters[] = [
  { contact_id, type: 'text', text: 'Hello' },
  { contact_id, type: 'interactive', interactive: { type: 'button', body: 'Choose', buttons } },
  // @ts-expect-error a text message has a text
  { contact_id, type: 'text' },
  // @ts-expect-error text and buttons exclude each other
  { contact_id, type: 'text', text: 'Hello', interactive },
  // @ts-expect-error a link has a url
  { contact_id, type: 'interactive', interactive: { type: 'cta_url', body: 'Look', button_text: 'Open' } },
  // @ts-expect-error a file is sent with sendMedia
  { contact_id, type: 'image', text: 'Hello' },
]

export const templates: TemplateMessageParameters[] = [
  { contact_id, template_name: 'welcome' },
  { phone_number: '919800000001', template_id: 't-1' },
  // @ts-expect-error one recipient
  { contact_id, phone_number: '919800000001', template_name: 'welcome' },
  // @ts-expect-error one template
  { contact_id, template_name: 'welcome', template_id: 't-1' },
  // @ts-expect-error a recipient
  { template_name: 'welcome' },
]

export const media: MediaParameters[] = [
  { contact_id, type: 'image', file: new Blob(['x']) },
  { contact_id, type: 'image', media_url: 'https://shop.example.com/door.jpg' },
  // @ts-expect-error a file or a link to one
  { contact_id, type: 'image', file: new Blob(['x']), media_url: 'https://shop.example.com/door.jpg' },
  // @ts-expect-error there is no such kind of file
  { contact_id, type: 'sticker', file: new Blob(['x']) },
]
