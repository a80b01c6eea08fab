import * as z from 'zod'
import { chatTypeSchema } from '../channels/chatTypes.ts'
import { listTemplates } from '../store/templates.ts'
import type { WindowAnswer, WindowTemplate } from './events.ts'
import { answer, parseRequest, type WindowRequest } from './windowRequest.ts'

const templatesRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })
const detailsSchema = z.object({
  components: z.array(z.looseObject({ type: z.string(), text: z.string().nullish() })),
})

/** Gives a window the WABA templates that are approved, with the words of their bodies. */
export function answerTemplates(request: WindowRequest): Promise<WindowAnswer<WindowTemplate[]>> {
  return answer(async () => {
    await parseRequest(request, templatesRequest)
    const templates = await listTemplates(request.store.database)
    return templates
      .filter(({ status }) => status.toLowerCase() === 'approved')
      .map(({ templateGuid, name, details }) => ({ templateGuid, name, text: findBody(details) ?? name }))
  })
}

function findBody(details: unknown): string | undefined {
  const components = detailsSchema.safeParse(details).data?.components ?? []
  return components.find(({ type }) => type === 'BODY')?.text ?? undefined
}
