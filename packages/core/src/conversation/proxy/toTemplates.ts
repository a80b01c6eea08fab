import type { Template, TemplateList } from '@crm-chat/protocol'
import { type ConversationTemplate, listPlaces } from '../conversationTemplate.ts'

/** Returns the templates that can be sent. */
export function toTemplates({ templates }: TemplateList): ConversationTemplate[] {
  return templates.filter(({ status }) => status === 'approved').map(toTemplate)
}

function toTemplate(template: Template): ConversationTemplate {
  const { id, name, category, language, header, body = '', footer, buttons = [] } = template
  const parts = { header: toHeader(header), body, footer: footer ?? null, buttons }
  const places = listPlaces(parts)
  return { id, name, category: category ?? null, language: language ?? null, ...parts, places, channelIds: null }
}

const formats = { image: 'IMAGE', video: 'VIDEO', document: 'DOCUMENT' } as const

function toHeader(header: Template['header']): ConversationTemplate['header'] {
  if (!header) return null
  return 'file' in header ? { format: formats[header.file] } : { format: 'TEXT', text: header.text }
}
