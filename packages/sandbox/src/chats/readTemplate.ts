import * as z from 'zod'
import { listPlaces, type TemplatePlace } from '../messengers/templates/fillParts.ts'
import { toTemplateParts } from '../messengers/templates/templateParts.ts'
import { type TemplateMessage, toTemplateMessage } from '../messengers/templates/toTemplateMessage.ts'
import { getChannel } from '../store/entities/channels.ts'
import { getTemplate } from '../store/entities/templates.ts'
import { isApproved } from './answerTemplates.ts'
import { RefusedRequest, type WindowRequest } from './windowRequest.ts'

/** A template that staff chose, and what they filled in. */
export const templateSchema = z.object({
  templateGuid: z.string().max(100),
  values: z.array(z.string().trim().max(1_000)).max(50),
})

/**
 * Makes a message from a template that staff chose. Everything in it must be filled in.
 * @throws {RefusedRequest}
 */
export async function readTemplate(
  { store }: WindowRequest,
  { templateGuid, values, channelId }: z.infer<typeof templateSchema> & { channelId: string },
): Promise<TemplateMessage> {
  const template = await getTemplate(store.database, templateGuid)
  if (!template || !isApproved(template)) throw refuse('This template is not approved any more.')
  if ((await getChannel(store.database, channelId))?.transport !== 'wapi')
    throw refuse('Templates go through WhatsApp Business (WABA) channels only.')
  const problem = findProblem(listPlaces(toTemplateParts(template)), values)
  if (problem !== undefined) throw refuse(problem)
  return toTemplateMessage(template, { values })
}

function findProblem(places: TemplatePlace[], values: string[]): string | undefined {
  if (places.length !== values.length || values.includes('')) return 'Everything in the template must be filled in.'
  const isLink = (value = ''): boolean => /^https?:\/\//i.test(value) && URL.canParse(value)
  if (!places.every(({ takes }, index) => takes === 'text' || isLink(values[index])))
    return 'The file above the text is given by its link, which begins with http:// or https://.'
  return undefined
}

function refuse(message: string): RefusedRequest {
  return new RefusedRequest({ code: 'NOT_SENT', message })
}
