import type { Template } from '../../store/schema.ts'
import { listPlaces } from './fillParts.ts'
import { toTemplateParts } from './templateParts.ts'

/**
 * The code of an approved template, which names its variables in the order of their values:
 * `@template: <id> { [[header 1]]; [[1]] }`. The vendor's own names of variables are unknown.
 */
export function toTemplateCode(template: Pick<Template, 'templateGuid' | 'name' | 'details'>): string {
  const names = listPlaces(toTemplateParts(template)).map(({ part, variable }) => {
    const name = variable.replaceAll(/[{}]/g, '')
    return `[[${part === 'body' || name === variable ? name : `${part} ${name}`}]]`
  })
  return `@template: ${template.templateGuid} { ${names.join('; ')} }`.replace('{  }', '{ }')
}
