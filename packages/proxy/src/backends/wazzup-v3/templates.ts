import type { Template } from '@crm-chat/protocol'
import type { Template as VendorTemplate, WazzupV3 } from '@crm-chat/vendors/wazzup-v3'
import type { Backend } from '../../backend.ts'
import type { Connection } from '../createConnection.ts'
import { defined } from '../defined.ts'
import { toTemplateHeader } from '../toTemplateHeader.ts'

/** Templates of one account that are read at most. */
const maxTemplates = 2_000

/** WABA templates of the account. */
export function createTemplates({ call }: Connection<WazzupV3>): NonNullable<Backend['templates']> {
  return {
    list: ({ signal }) =>
      call(async (wazzup) => {
        const templates: Template[] = []
        for await (const template of wazzup.listTemplates({ signal })) {
          templates.push(toTemplate(template))
          if (templates.length >= maxTemplates) break
        }
        return templates
      }),
  }
}

function toTemplate({ templateGuid, name, title, status, language, category, components }: VendorTemplate): Template {
  const ofType = (type: string) => components?.find((component) => component.type.toUpperCase() === type)
  const buttons = ofType('BUTTONS')?.buttons?.flatMap(({ text, url }) =>
    text ? [{ text, ...defined({ url: url ?? undefined }) }] : [],
  )
  return {
    id: templateGuid,
    name: title || name || templateGuid,
    status: (status ?? 'unknown').toLowerCase(),
    ...defined({
      language: language ?? undefined,
      category: category ?? undefined,
      header: toTemplateHeader({ format: ofType('HEADER')?.format, text: ofType('HEADER')?.text }),
      body: ofType('BODY')?.text ?? undefined,
      footer: ofType('FOOTER')?.text ?? undefined,
      buttons: buttons && buttons.length > 0 ? buttons : undefined,
    }),
  }
}
