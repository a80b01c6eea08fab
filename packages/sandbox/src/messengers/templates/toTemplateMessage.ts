import type { MessageButton, MessageTemplate, Template } from '../../store/schema.ts'
import { fillParts } from './fillParts.ts'
import { toTemplateParts } from './templateParts.ts'

/** Content of a message made from a template. */
export interface TemplateMessage {
  templateId: string
  template: MessageTemplate
  text: string
  /** Link to the file in the header. */
  content: string | undefined
  buttons: MessageButton[] | undefined
}

/** Creates a message from a template. The sender chooses the payloads of its buttons. */
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
