import type { Template, TemplateContent } from '@crm-chat/protocol'
import type { Template as VendorTemplate, Whatomate } from '@crm-chat/vendors/whatomate'
import type { Backend } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { unsupported } from '../unsupported.ts'

/** Templates of one organization that are read at most. */
const maxTemplates = 2_000

/** Templates of the organization. */
export function createTemplates({ call }: Connection<Whatomate>): NonNullable<Backend['templates']> {
  return { list: async ({ signal }) => (await call((whatomate) => readAll({ whatomate, signal }))).map(toTemplate) }
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

function toTemplate({ id, name, status, language, category, body_content: body, buttons }: VendorTemplate): Template {
  const texts = buttons?.flatMap(({ text }) => (text ? [text] : [])) ?? []
  return {
    id,
    name,
    status: status.toLowerCase(),
    ...defined({ language, category, body, buttons: texts.length > 0 ? texts : undefined }),
  }
}

/** Content of a message with a template: the server names its variables, the request has their values in order. */
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
  return {
    template_id: id,
    template_params: toValues({ template: found, values }),
    button_params: toButtonValues({ template: found, payloads: buttonPayloads }),
  }
}

function toValues({ template, values }: { template: VendorTemplate; values: string[] }): Record<string, string> {
  const texts = `${template.header_content ?? ''} ${template.body_content ?? ''}`
  const names = [...new Set([...texts.matchAll(/\{\{\s*(\w{1,100})\s*\}\}/g)].map(([, name = '']) => name))]
  if (values.length > names.length) {
    throw unsupported({ field: 'template.values', reason: `the template has ${names.length} variables.` })
  }
  return Object.fromEntries(values.map((value, index) => [names[index] ?? '', value]))
}

/** Only a link's variable takes a value. */
function toButtonValues({
  template,
  payloads,
}: {
  template: VendorTemplate
  payloads: string[]
}): Record<string, string> {
  const refused = payloads.findIndex((_, index) => !template.buttons?.[index]?.url?.includes('{{'))
  if (refused >= 0) {
    const field = `template.buttonPayloads.${refused}`
    throw unsupported({ field, reason: 'at Whatomate, only a button with a variable in its link takes a value.' })
  }
  return Object.fromEntries(payloads.map((payload, index) => [String(index), payload]))
}
