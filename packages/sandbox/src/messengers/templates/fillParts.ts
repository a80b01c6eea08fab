import type { TemplateButton, TemplateParts } from './templateParts.ts'

/** A place in a template for a value. */
export interface TemplatePlace {
  part: 'header' | 'body' | 'button'
  /** The variable, e.g. `{{1}}`, or the kind of file to link to. */
  variable: string
  /** A link to a file, or text, which may be the end of a button's link. */
  takes: 'file' | 'text'
}

/** A template with its values filled in. Variables without a value stay visible. */
export interface FilledParts {
  /** Text above the body. */
  header: string | null
  /** Link to the file in the header. */
  file: string | null
  text: string
  footer: string | null
  buttons: TemplateButton[]
}

/** The places of a template in the order of its values: header, body, buttons. The chats page uses it for its preview. */
export function listPlaces({ header, body, buttons }: TemplateParts): TemplatePlace[] {
  const inBody = listVariables(body).map((variable) => ({ part: 'body' as const, variable, takes: 'text' as const }))
  const inButtons = buttons.flatMap(({ url }) =>
    listVariables(url ?? '').map((variable) => ({ part: 'button' as const, variable, takes: 'text' as const })),
  )
  if (header && header.format !== 'TEXT')
    return [{ part: 'header', variable: header.format.toLowerCase(), takes: 'file' }, ...inBody, ...inButtons]
  const inHeader = listVariables(header?.text ?? '').map((variable) => ({
    part: 'header' as const,
    variable,
    takes: 'text' as const,
  }))
  return [...inHeader, ...inBody, ...inButtons]
}

/** Fills in values. */
export function fillParts(parts: TemplateParts, values: string[]): FilledParts {
  const { header, body, footer, buttons } = parts
  const rest = [...values]
  const fill = (text: string): string => fillText(text, rest.splice(0, listVariables(text).length))
  const file = header && header.format !== 'TEXT' ? (rest.shift() ?? null) : null
  return {
    header: header?.format === 'TEXT' ? fill(header.text) : null,
    file: file || null,
    text: fill(body),
    footer,
    buttons: buttons.map(({ url, ...button }) => ({ ...button, url: url && fill(url) })),
  }
}

function fillText(text: string, values: string[]): string {
  const variables = listVariables(text)
  return text.replace(pattern, (variable) => values[variables.indexOf(variable)] || variable)
}

/** Each variable once, ordered by number. */
function listVariables(text: string): string[] {
  const found = [...new Set(text.match(pattern) ?? [])]
  return found.toSorted((a, b) => toNumber(a) - toNumber(b))
}

const pattern = /\{\{\w+\}\}/g

function toNumber(variable: string): number {
  return Number(/\d+/.exec(variable)?.[0] ?? 0)
}
