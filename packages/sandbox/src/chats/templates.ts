import * as z from 'zod'
import { listPlaces, type TemplatePlace } from '../messengers/templates/fillParts.ts'
import { toTemplateParts } from '../messengers/templates/templateParts.ts'
import { type TemplateMessage, toTemplateMessage } from '../messengers/templates/toTemplateMessage.ts'
import { chatTypeSchema } from '../store/chatTypes.ts'
import { getChannel, listChannels } from '../store/entities/channels.ts'
import { getTemplate, listTemplates } from '../store/entities/templates.ts'
import type { Channel, Template } from '../store/schema.ts'
import type { WindowResponse, WindowTemplate } from './events.ts'
import { parseRequest, RefusedRequest, respond, type WindowRequest } from './windowRequest.ts'

const templatesRequest = z.object({ chatType: chatTypeSchema, chatId: z.string() })

const detailsSchema = z.object({
  category: z.string().nullish(),
  language: z.string().nullish(),
  /** Channels it is approved for, if not all. */
  channels: z.array(z.string()).nullish(),
})

/** Lists the approved WABA templates, with the channels that can send them. */
export function handleTemplates(request: WindowRequest): Promise<WindowResponse<WindowTemplate[]>> {
  return respond(async () => {
    await parseRequest(request, templatesRequest)
    const { database } = request.store
    const templates = await listTemplates(database)
    const channels = (await listChannels(database)).filter(canCarryTemplates)
    return templates.filter(isApproved).map((template) => toWindowTemplate(template, channels))
  })
}

/** True if Meta approved the template. */
function isApproved({ status }: Template): boolean {
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
    channelIds: fitting.length > 0 ? fitting : ids, // It may have been approved for deleted channels.
  }
}

/** A template that a user chose, with its values. */
export const templateSchema = z.object({
  templateGuid: z.string().max(100),
  values: z.array(z.string().trim().max(1_000)).max(50),
})

/**
 * Creates a message from a template that a user chose. All its values are required.
 * @throws {RefusedRequest}
 */
export async function readTemplate(
  { store }: WindowRequest,
  { templateGuid, values, channelId }: z.infer<typeof templateSchema> & { channelId: string },
): Promise<TemplateMessage> {
  const template = await getTemplate(store.database, templateGuid)
  if (!template || !isApproved(template)) throw refuse('This template is not approved.')
  if ((await getChannel(store.database, channelId))?.transport !== 'wapi')
    throw refuse('Only WhatsApp Business (WABA) channels can send templates.')
  const problem = findProblem(listPlaces(toTemplateParts(template)), values)
  if (problem !== undefined) throw refuse(problem)
  return toTemplateMessage(template, { values })
}

function findProblem(places: TemplatePlace[], values: string[]): string | undefined {
  if (places.length !== values.length || values.includes('')) return 'Every value of the template must be filled in.'
  const isLink = (value = ''): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)
  if (!places.every(({ takes }, index) => takes === 'text' || isLink(values[index])))
    return 'The file above the text is given by its link, which must start with http:// or https://.'
  return undefined
}

function refuse(message: string): RefusedRequest {
  return new RefusedRequest({ code: 'NOT_SENT', message })
}
