import type { MessageButton, MessageTemplate, Template } from '../../store/schema.ts'
import { fillParts } from './fillParts.ts'
import { toTemplateParts } from './templateParts.ts'

/** Content of a message made from a template. */
export interface TemplateMessage {
  templateId: string
  template: MessageTemplate
  text: string
  /** Link to the file above the words. */
  content: string | undefined
  buttons: MessageButton[] | undefined
}

/** Makes a message from a template. The payloads of its buttons are the sender's to choose. */
export function toTemplateMessage(
  template: Template,
  { values, payloads = [] }: { values: string[]; payloads?: (string | undefined)[] | undefined },
): TemplateMessage {
  const { header, file, text, footer, buttons } = fillParts(toTemplateParts(template), values)
  return {
    templateId: template.templateGuid,
    template: { name: template.name, values, header, footer },
    text,
    content: file ?? undefined,
    buttons:
      buttons.length === 0
        ? undefined
        : buttons.map(({ url, ...button }, index) => ({ ...button, payload: payloads[index] ?? url })),
  }
}
