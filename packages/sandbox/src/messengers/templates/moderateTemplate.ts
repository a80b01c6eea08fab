import type { Template } from '../../store/schema.ts'
import { toTemplateParts } from './templateParts.ts'

/** What Meta makes of a template that is handed to it: one whose body begins or ends with a variable is rejected, as Meta does. */
export function moderateTemplate(template: Template): Template {
  const { body } = toTemplateParts(template)
  if (!/^\s*\{\{\w+\}\}|\{\{\w+\}\}\s*$/.test(body)) return { ...template, status: 'approved' }
  return { ...template, status: 'rejected', details: { ...template.details, rejected_reason: 'INVALID_FORMAT' } }
}
