import type { Template, TemplateContent } from '@crm-chat/protocol'
import type { Template as VendorTemplate, Whatomate } from '@crm-chat/vendors/whatomate'
import type { Backend } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { toTemplateHeader } from '../toTemplateHeader.ts'
import { unsupported } from '../unsupported.ts'

/** Templates of one organization that are read at most. */
const maxTemplates = 2_000

/** Templates of the organization. */
export function createTemplates({ call }: Connection<Whatomate>): NonNullable<Backend['templates']> {
  return {
    list: async ({ signal }) =>
      (await call((whatomate) => readAll({ whatomate, signal }))).filter(isSendable).map(toTemplate),
  }
}

/** Returns false for a template with a file at its top: the documented request has no place for it. */
function isSendable({ header_type: format }: VendorTemplate): boolean {
  return !format || ['NONE', 'TEXT'].includes(format.toUpperCase())
}

async function readAll({
  whatomate,
  signal,
}: {
  whatomate: Whatomate
  signal?: AbortSignal
}): Promise<VendorTemplate[]> {
  const templates: VendorTemplate[] = []
  for await (const template of whatomate.listTemplates({ signal })) {
    templates.push(template)
    if (templates.length >= maxTemplates) break
  }
  return templates
}

function toTemplate(template: VendorTemplate): Template {
  const { id, name, status, language, category, body_content: body } = template
  const { header_type: format, header_content: text, footer_content: footer } = template
  const buttons = template.buttons?.flatMap(({ text: label, url }) =>
    label ? [{ text: label, ...defined({ url: url || undefined }) }] : [],
  )
  return {
    id,
    name,
    status: status.toLowerCase(),
    ...defined({
      language,
      category,
      header: toTemplateHeader({ format: format ?? (text ? 'text' : undefined), text }),
      body,
      footer: footer || undefined,
      buttons: buttons && buttons.length > 0 ? buttons : undefined,
    }),
  }
}

/**
 * Content of a message with a template: the server names its variables, the request has their values in order, those of links at the
 * end, or as the payloads of their buttons.
 */
export async function toTemplateParameters({
  whatomate,
  template,
}: {
  whatomate: Whatomate
  template: TemplateContent | undefined
}) {
  const { id = '', values = [], buttonPayloads = [] } = template ?? {}
  if (values.length === 0 && buttonPayloads.length === 0) return { template_id: id }
  const found = (await readAll({ whatomate })).find((one) => one.id === id)
  if (!found) throw unsupported({ field: 'template.id', reason: 'there is no such template.' })
  const places = listPlaces(found)
  if (values.length > places.length)
    throw unsupported({ field: 'template.values', reason: `the template has ${places.length} variables.` })
  return {
    template_id: id,
    template_params: toValues({ places, values }),
    button_params: {
      ...toLinkValues({ places, values }),
      ...toButtonValues({ template: found, payloads: buttonPayloads }),
    },
  }
}

/** A variable by its name, or the link of a button by its number. */
type Place = { name: string } | { button: string }

/** Header, text and links in this order, each variable of a part once. */
function listPlaces({ header_content, body_content, buttons }: VendorTemplate): Place[] {
  const texts = [header_content, body_content].flatMap((text) => listVariables(text).map((name) => ({ name })))
  const links = (buttons ?? []).flatMap(({ url }, index) => (url?.includes('{{') ? [{ button: String(index) }] : []))
  return [...texts, ...links]
}

function listVariables(text: string | null | undefined): string[] {
  const names = [...(text ?? '').matchAll(/\{\{\s*(\w{1,100})\s*\}\}/g)].map(([, name = '']) => name)
  return [...new Set(names)].sort((a, b) => (Number(a) || 0) - (Number(b) || 0)) // Numbered ones by their number.
}

/** The server has one value for a name, wherever it is. */
function toValues({ places, values }: { places: Place[]; values: string[] }): Record<string, string> {
  const named: Record<string, string> = {}
  for (const [index, value] of values.entries()) {
    const place = places[index]
    if (!place || !('name' in place)) continue
    const known = named[place.name] ?? value
    if (known !== value)
      throw unsupported({
        field: `template.values.${index}`,
        reason: `at Whatomate, {{${place.name}}} has the same value in the header and in the text.`,
      })
    named[place.name] = value
  }
  return named
}

function toLinkValues({ places, values }: { places: Place[]; values: string[] }): Record<string, string> {
  const linked = places.flatMap((place, index) => {
    const value = values[index]
    return 'button' in place && value !== undefined ? [[place.button, value]] : []
  })
  return Object.fromEntries(linked)
}

/** Only a link's variable takes a value. */
function toButtonValues({
  template,
  payloads,
}: {
  template: VendorTemplate
  payloads: string[]
}): Record<string, string> {
  const refused = payloads.findIndex(
    (payload, index) => payload !== '' && !template.buttons?.[index]?.url?.includes('{{'),
  )
  if (refused >= 0) {
    const field = `template.buttonPayloads.${refused}`
    throw unsupported({ field, reason: 'at Whatomate, only a button with a variable in its link takes a value.' })
  }
  return Object.fromEntries(payloads.flatMap((payload, index) => (payload === '' ? [] : [[String(index), payload]])))
}
