import type { TemplateList } from '@crm-chat/protocol'
import { type ConversationTemplate, listVariables } from '../conversationTemplate.ts'

/** Returns the templates that can be sent. The proxy gives their text and the labels of their buttons. */
export function toTemplates({ templates }: TemplateList): ConversationTemplate[] {
  return templates
    .filter(({ status }) => status === 'approved')
    .map(({ id, name, category = null, language = null, body = '', buttons = [] }) => ({
      id,
      name,
      category,
      language,
      header: null,
      body,
      footer: null,
      buttons: buttons.map((text) => ({ text })),
      places: listVariables(body).map((variable) => ({ part: 'body', variable, takes: 'text' })),
      channelIds: null,
    }))
}
