/** A template as the server has it from Meta. */
export interface MessageTemplate {
  id: string
  name: string
  status: 'APPROVED' | 'PENDING' | 'REJECTED'
  category: 'UTILITY' | 'MARKETING'
  language: string
  body: string
}

/** The templates of the organization; the names are those that the documents' examples use. */
export const messageTemplates: MessageTemplate[] = [
  template({ number: 1, name: 'hello_world', body: 'Hello World' }),
  template({ number: 2, name: 'order_confirmation', body: 'Hello {{name}}, your order {{order_id}} is ready.' }),
  template({ number: 3, name: 'order_shipped', body: '{{name}}, your order {{order_id}} is on its way.' }),
  template({ number: 4, name: 'spring_sale', body: 'Everything at half price.', category: 'MARKETING' }),
  template({ number: 5, name: 'not_yet_approved', body: 'Hello', status: 'PENDING' }),
]

/** The variables of a template, in the order in which they stand there. */
function listVariables({ body }: MessageTemplate): string[] {
  return [...new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? []))]
}

/** A template filled in. A value is given by its variable's name, or by its place from "1". */
export function fillIn(template: MessageTemplate, values: Record<string, string>): { text: string; missing: string[] } {
  const variables = listVariables(template)
  const read = (name: string): string | undefined => values[name] ?? values[String(variables.indexOf(name) + 1)]
  const missing = variables.filter((name) => read(name) === undefined)
  return { text: template.body.replace(/\{\{(\w+)\}\}/g, (found, name) => read(name) ?? found), missing }
}

function template({
  number,
  ...given
}: Pick<MessageTemplate, 'name' | 'body'> & Partial<MessageTemplate> & { number: number }): MessageTemplate {
  const id = `7e3f0c9a-000${number}-4c1c-9b9c-6aa7bb8cc9dd`
  return { id, status: 'APPROVED', category: 'UTILITY', language: 'en', ...given }
}
