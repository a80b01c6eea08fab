import * as z from 'zod'
import type { Refusal } from '../http/answerError.ts'
import type { Database } from '../store/openStore.ts'
import { getTemplate } from '../store/templates.ts'

const bodySchema = z.object({ components: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })) })

/** What a customer reads of a template: its body with `{{1}}`, `{{2}}` … filled in. */
export async function fillTemplate(
  database: Database,
  { templateId, values }: { templateId: string; values: string[] },
): Promise<{ text: string } | Refusal> {
  const template = await getTemplate(database, templateId)
  if (!template) return refuse('VALIDATION_ERROR', 'There is no template with this templateId.')
  if (template.status.toLowerCase() !== 'approved')
    return refuse('TEMPLATE_REJECTED', `The template is not approved: it is ${template.status}.`)
  const components = bodySchema.safeParse(template.details).data?.components ?? []
  const text = components.find(({ type }) => type === 'BODY')?.text ?? template.name
  return { text: text.replace(/\{\{(\d+)\}\}/g, (variable, number: string) => values[Number(number) - 1] ?? variable) }
}

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description, data: { fields: ['templateId'] } }
}
