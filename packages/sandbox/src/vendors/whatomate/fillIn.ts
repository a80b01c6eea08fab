import type { MessageTemplate, TemplateButton } from './messageTemplates.ts'

type Values = Record<string, string>

/** A filled template, or the problem with its values. */
export type FilledIn = { text: string; buttons: TemplateButton[] } | { problem: string }

/**
 * Fills in a template. Values are named by their variable, or by its position from "1"; a button's value is named by the
 * button's index from "0". The header's value may also be among those of the body.
 */
export function fillIn(
  template: MessageTemplate,
  {
    body,
    header = {},
    buttons = {},
    separator,
  }: { body: Values; header?: Values | undefined; buttons?: Values | undefined; separator: string },
): FilledIn {
  const variables = listVariables(template.body)
  const missing = variables.filter((name) => read({ name, variables, values: body }) === undefined)
  if (missing.length > 0) {
    const expected = `[${variables.join(separator)}]`
    return { problem: `Missing template parameters: ${missing.join(', ')}. Expected parameters: ${expected}` }
  }
  const [inHeader] = listVariables(template.header ?? '')
  if (
    inHeader !== undefined &&
    read({ name: inHeader, variables: [inHeader], values: { ...body, ...header } }) === undefined
  )
    return { problem: `Missing header parameter "${inHeader}". Pass it in header_params or template_params.` }
  return {
    text: fill(template.body, body),
    buttons: template.buttons.map((button, index) => fillButton(button, buttons[String(index)])),
  }
}

/** The variables of a text, in order. */
function listVariables(text: string): string[] {
  return [...new Set([...text.matchAll(variable)].flatMap(([, name]) => name ?? []))]
}

function read({ name, variables, values }: { name: string; variables: string[]; values: Values }): string | undefined {
  return values[name] ?? values[String(variables.indexOf(name) + 1)]
}

function fill(text: string, values: Values): string {
  const variables = listVariables(text)
  return text.replace(variable, (found, name) => read({ name, variables, values }) ?? found)
}

function fillButton(button: TemplateButton, value = ''): TemplateButton {
  return button.url === undefined ? button : { ...button, url: button.url.replace(variable, value) }
}

const variable = /\{\{(\w+)\}\}/g
