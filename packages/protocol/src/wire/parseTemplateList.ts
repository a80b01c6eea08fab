import type { Template, TemplateList } from '../templates.ts'
import { pickTexts } from './pickTexts.ts'

/** Reads the response of `GET /templates`, as {@link templateListSchema} does; undefined for anything else. */
export function parseTemplateList(data: unknown): TemplateList | undefined {
  const { templates } = Object(data)
  if (!Array.isArray(templates)) return
  const known = templates.map(parseTemplate)
  return known.every((template) => template !== undefined) ? { templates: known } : undefined
}

function parseTemplate(data: unknown): Template | undefined {
  const template = pickTexts<Template>({
    data,
    required: ['id', 'name', 'status'],
    optional: ['language', 'category', 'body'],
  })
  const { buttons } = Object(data)
  if (!template || buttons === undefined) return template
  const isTexts = Array.isArray(buttons) && buttons.every((text) => typeof text === 'string')
  return isTexts ? { ...template, buttons } : undefined
}
