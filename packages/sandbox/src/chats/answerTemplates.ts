import * as z from 'zod'
import { listPlaces } from '../messengers/templates/fillParts.ts'
import { toTemplateParts } from '../messengers/templates/templateParts.ts'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { listChannels } from '../store/entities/channels.ts'
import { listTemplates } from '../store/entities/templates.ts'
import type { Channel, Template } from '../store/schema.ts'
import type { WindowAnswer, WindowTemplate } from './events.ts'
import { answer, parseRequest, type WindowRequest } from './windowRequest.ts'

const templatesRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

const detailsSchema = z.object({
  category: z.string().nullish(),
  language: z.string().nullish(),
  /** Channels it is approved for, if not all. */
  channels: z.array(z.string()).nullish(),
})

/** Gives a window the WABA templates that are approved, and the channels each may go through. */
export function answerTemplates(request: WindowRequest): Promise<WindowAnswer<WindowTemplate[]>> {
  return answer(async () => {
    await parseRequest(request, templatesRequest)
    const { database } = request.store
    const templates = await listTemplates(database)
    const channels = (await listChannels(database)).filter(canCarryTemplates)
    return templates.filter(isApproved).map((template) => toWindowTemplate(template, channels))
  })
}

/** True if Meta approved the template. */
export function isApproved({ status }: Template): boolean {
  return status.toLowerCase() === 'approved'
}

function canCarryTemplates({ transport, state }: Channel): boolean {
  return transport === 'wapi' && (state === 'active' || state === 'sync')
}

function toWindowTemplate(template: Template, channels: Channel[]): WindowTemplate {
  const parts = toTemplateParts(template)
  const { category, language, channels: approvedFor } = detailsSchema.safeParse(template.details).data ?? {}
  const ids = channels.map(({ channelId }) => channelId)
  const fitting = ids.filter((id) => approvedFor?.includes(id))
  return {
    ...parts,
    templateGuid: template.templateGuid,
    name: template.name,
    category: category ?? null,
    language: language ?? null,
    places: listPlaces(parts),
    channelIds: fitting.length > 0 ? fitting : ids, // It may have been approved for channels that are gone.
  }
}
