import type { Template } from '../../store/schema.ts'
import { toTemplateParts } from './templateParts.ts'

/** Meta's verdict on a submitted template: rejected if its body starts or ends with a variable, as Meta does. */
export function moderateTemplate(template: Template): Template {
  const { body } = toTemplateParts(template)
  if (!/^\s*\{\{\w+\}\}|\{\{\w+\}\}\s*$/.test(body)) return { ...template, status: 'approved' }
  return { ...template, status: 'rejected', details: { ...template.details, rejected_reason: 'INVALID_FORMAT' } }
}
