import { type TemplateMessage, toTemplateMessage } from '../../messengers/templates/toTemplateMessage.ts'
import type { Refusal } from '../../server/http/answerError.ts'
import { getTemplate } from '../../store/entities/templates.ts'
import type { Database } from '../../store/store.ts'

/** Makes a message from a template that may be sent. */
export async function fillTemplate(
  database: Database,
  { templateId, ...given }: { templateId: string; values: string[]; payloads: (string | undefined)[] },
): Promise<TemplateMessage | Refusal> {
  const template = await getTemplate(database, templateId)
  if (!template) return refuse('VALIDATION_ERROR', 'There is no template with this templateId.')
  if (template.status.toLowerCase() !== 'approved')
    return refuse('TEMPLATE_REJECTED', `The template is not approved: it is ${template.status}.`)
  return toTemplateMessage(template, given)
}

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description, data: { fields: ['templateId'] } }
}
