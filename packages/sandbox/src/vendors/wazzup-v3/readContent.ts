import type * as z from 'zod'
import { findButtonsObstacle } from '../../messengers/sending/findButtonsObstacle.ts'
import { findFileObstacle } from '../../messengers/sending/findFileObstacle.ts'
import type { Obstacle } from '../../messengers/sending/obstacle.ts'
import { type TemplateMessage, toTemplateMessage } from '../../messengers/templates/toTemplateMessage.ts'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import type { AddReplyParameters } from '../../store/entities/addReply.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { getTemplate } from '../../store/entities/templates.ts'
import type { Database } from '../../store/store.ts'
import { findTooLongTemplate } from './findTooLong.ts'
import type { messageBodySchema } from './messageBodySchema.ts'
import { isRefusal } from './refuseBody.ts'
import { toButtons } from './toButtons.ts'

type Body = z.output<typeof messageBodySchema>
type Content = Pick<AddReplyParameters, 'text' | 'content' | 'buttons' | 'keyboard' | 'templateId' | 'template'>

/** Reads the content that the customer sees. */
export async function readContent(
  account: Account,
  { channelId, text, contentUri, templateId, templateValues = [], buttonsObject }: Body,
): Promise<Content | Refusal> {
  const { buttons, keyboard } = toButtons(buttonsObject)
  if (templateId === undefined) {
    const unfit = await refuseButtons(account.store.database, { channelId, buttons, keyboard })
    return unfit ?? { text, content: contentUri, buttons, keyboard }
  }
  const payloads = buttons?.map(({ payload }) => payload) ?? []
  const filled = await fillTemplate(account.store.database, { templateId, values: templateValues, payloads })
  if (isRefusal(filled)) return filled
  const obstacle =
    findTooLongTemplate(filled) ?? (await findHeaderObstacle(account, { channelId, url: filled.content }))
  return obstacle ? { status: 400, ...obstacle } : filled
}

/** Refuses buttons that the channel does not have. */
async function refuseButtons(
  database: Database,
  { channelId, ...given }: Pick<Body, 'channelId'> & ReturnType<typeof toButtons>,
): Promise<Refusal | undefined> {
  const channel = await getChannel(database, channelId)
  const description = channel && findButtonsObstacle({ transport: channel.transport, ...given })
  return description === undefined
    ? undefined
    : { status: 400, code: 'VALIDATION_ERROR', description, data: { fields: ['buttonsObject'] } }
}

/** Checks the file in a template's header, which is fetched like any other. */
async function findHeaderObstacle(
  { store, allowPrivateAddresses: allowPrivate }: Account,
  { channelId, url }: { channelId: string; url: string | undefined },
): Promise<Obstacle | undefined> {
  if (url === undefined) return undefined
  const channel = await getChannel(store.database, channelId)
  return channel && findFileObstacle(store, { url, transport: channel.transport, allowPrivate })
}

/** Creates a message from an approved template. */
async function fillTemplate(
  database: Database,
  { templateId, ...given }: { templateId: string; values: string[]; payloads: (string | undefined)[] },
): Promise<TemplateMessage | Refusal> {
  const template = await getTemplate(database, templateId)
  if (!template) return refuse('VALIDATION_ERROR', 'There is no template with this templateId.')
  if (template.status.toLowerCase() !== 'approved')
    return refuse('TEMPLATE_REJECTED', `The template is not approved: it is ${template.status}.`)
  return toTemplateMessage(template, given)
}

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description, data: { fields: ['templateId'] } }
}
