import type * as z from 'zod'
import { findFileObstacle } from '../../messengers/sending/findFileObstacle.ts'
import type { Obstacle } from '../../messengers/sending/obstacle.ts'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/answerError.ts'
import type { AddReplyParameters } from '../../store/entities/addReply.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { fillTemplate } from './fillTemplate.ts'
import { findTooLongTemplate } from './findTooLong.ts'
import { isRefusal } from './isRefusal.ts'
import type { messageBodySchema } from './messageBodySchema.ts'

type Body = z.output<typeof messageBodySchema>
type Content = Pick<AddReplyParameters, 'text' | 'content' | 'buttons' | 'templateId' | 'template'>

/** The content that the customer sees. */
export async function readContent(
  account: Account,
  { channelId, text, contentUri, templateId, templateValues = [], buttonsObject }: Body,
): Promise<Content | Refusal> {
  const buttons = buttonsObject?.buttons
  if (templateId === undefined) return { text, content: contentUri, buttons }
  const payloads = buttons?.map(({ payload }) => payload) ?? []
  const filled = await fillTemplate(account.store.database, { templateId, values: templateValues, payloads })
  if (isRefusal(filled)) return filled
  const obstacle =
    findTooLongTemplate(filled) ?? (await findHeaderObstacle(account, { channelId, url: filled.content }))
  return obstacle ? { status: 400, ...obstacle } : filled
}

/** The file above a template's words is fetched like any other, if there is one and its link is one. */
async function findHeaderObstacle(
  { store, allowPrivateAddresses: allowPrivate }: Account,
  { channelId, url }: { channelId: string; url: string | undefined },
): Promise<Obstacle | undefined> {
  if (url === undefined) return undefined
  const channel = await getChannel(store.database, channelId)
  return channel && findFileObstacle(store, { url, transport: channel.transport, allowPrivate })
}
