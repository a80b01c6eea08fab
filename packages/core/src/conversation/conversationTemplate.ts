import type { ConversationFile, MessageButton, OutboxPreview } from './conversationMessage.ts'

/** A template that can be sent. */
export interface ConversationTemplate {
  id: string
  name: string
  /** In the vendor's words. */
  category: string | null
  language: string | null
  /** Text, or the kind of the file, above the body. */
  header: { format: 'TEXT'; text: string } | { format: 'IMAGE' | 'VIDEO' | 'DOCUMENT' } | null
  body: string
  footer: string | null
  buttons: readonly MessageButton[]
  /** Places to fill in, in the order of the values. */
  places: readonly TemplatePlace[]
  /** Channels it can be sent through; `null` for any that reaches the chat. */
  channelIds: readonly string[] | null
}

/** A place in a template that takes a value. */
export interface TemplatePlace {
  part: 'header' | 'body' | 'button'
  /** The variable as written in the template, or the kind of file. */
  variable: string
  /** Text, or a link to a file. */
  takes: 'file' | 'text'
}

/** Lists the places of a template in the order of its values: header, body, links of the buttons. */
export function listPlaces({
  header,
  body,
  buttons,
}: Pick<ConversationTemplate, 'header' | 'body' | 'buttons'>): TemplatePlace[] {
  const toPlaces = (part: TemplatePlace['part'], text: string): TemplatePlace[] =>
    listVariables(text).map((variable) => ({ part, variable, takes: 'text' }))
  const file = header && header.format !== 'TEXT' ? header.format.toLowerCase() : undefined
  return [
    ...(file === undefined ? [] : [{ part: 'header', variable: file, takes: 'file' } as const]),
    ...toPlaces('header', header?.format === 'TEXT' ? header.text : ''),
    ...toPlaces('body', body),
    ...buttons.flatMap(({ url = '' }) => toPlaces('button', url)),
  ]
}

/** Lists the variables of a text, e.g. `{{1}}` or `{{name}}`, each once: numbered ones by their number. */
export function listVariables(text: string): string[] {
  const found = [...new Set(text.match(pattern) ?? [])]
  return found.toSorted((a, b) => toNumber(a) - toNumber(b))
}

/** Returns a template with its values as the customer will see it. Places without a value show their variable. */
export function fillTemplate(template: ConversationTemplate, values: readonly string[]): OutboxPreview {
  const { name, header, body, footer, buttons } = template
  const rest = [...values]
  const fill = (text: string): string => fillText(text, rest.splice(0, listVariables(text).length))
  const link = header && header.format !== 'TEXT' ? rest.shift() : undefined
  const head = header?.format === 'TEXT' ? fill(header.text) : null
  const text = fill(body)
  return {
    text,
    file: toFile(link, header?.format),
    template: { name, header: head, footer },
    buttons: buttons.map(({ url, ...button }) => ({ ...button, ...(url !== undefined && { url: fill(url) }) })),
  }
}

const pattern = /\{\{\w+\}\}/g

function fillText(text: string, values: readonly string[]): string {
  const variables = listVariables(text)
  return text.replace(pattern, (variable) => values[variables.indexOf(variable)] || variable)
}

function toNumber(variable: string): number {
  return Number(/^\{\{(\d+)\}\}$/.exec(variable)?.[1] ?? 0)
}

const kinds = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document', TEXT: 'document' } as const

/** A file whose typed link is complete. It is not loaded. */
function toFile(link: string | undefined, format: keyof typeof kinds = 'DOCUMENT'): ConversationFile | null {
  if (link === undefined || !/^https?:\/\//i.test(link) || !URL.canParse(link)) return null
  const { host, pathname } = new URL(link)
  const name = pathname.split('/').findLast((part) => part !== '') ?? host
  return { url: link, name, host, kind: kinds[format], isShown: false }
}
