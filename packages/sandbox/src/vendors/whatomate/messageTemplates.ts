/** A button below a template. Its link may end in a variable. */
export interface TemplateButton {
  type: 'URL' | 'QUICK_REPLY'
  text: string
  url?: string
}

/** A template that the server has from Meta. */
export interface MessageTemplate {
  id: string
  name: string
  status: 'APPROVED' | 'PENDING' | 'REJECTED'
  category: 'UTILITY' | 'MARKETING'
  language: string
  /** Text above the body, with at most one variable. */
  header?: string
  body: string
  buttons: TemplateButton[]
}

/** The templates of the organization; the names are those of the documents' examples. */
export const messageTemplates: MessageTemplate[] = [
  template({ number: 1, name: 'hello_world', body: 'Hello World' }),
  template({ number: 2, name: 'order_confirmation', body: 'Hello {{name}}, your order {{order_id}} is ready.' }),
  template({
    number: 3,
    name: 'order_shipped',
    body: '{{name}}, your order {{order_id}} is on its way.',
    buttons: [{ type: 'URL', text: 'Track it', url: 'https://example.com/track/{{1}}' }],
  }),
  template({ number: 4, name: 'spring_sale', body: 'Everything at half price.', category: 'MARKETING' }),
  template({ number: 5, name: 'not_yet_approved', body: 'Hello', status: 'PENDING' }),
  template({ number: 6, name: 'booking', header: 'Booking {{number}}', body: 'See you on {{day}}.' }),
  template({ number: 7, name: 'delivery_time', body: 'Hello {{1}}, we come on {{2}}.' }),
]

function template({
  number,
  ...given
}: Pick<MessageTemplate, 'name' | 'body'> & Partial<MessageTemplate> & { number: number }): MessageTemplate {
  const id = `7e3f0c9a-000${number}-4c1c-9b9c-6aa7bb8cc9dd`
  return { id, status: 'APPROVED', category: 'UTILITY', language: 'en', buttons: [], ...given }
}
