import type { Context } from 'hono'
import type * as z from 'zod'
import { findSendObstacle } from '../../messengers/sending/findSendObstacle.ts'
import type { Obstacle } from '../../messengers/sending/obstacle.ts'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import { addReply } from '../../store/entities/addReply.ts'
import { getChannel } from '../../store/entities/channels.ts'
import { claimCrmMessageId } from '../../store/entities/crmMessageIds.ts'
import { getUser } from '../../store/entities/users.ts'
import type { Store } from '../../store/store.ts'
import { hasSidecarKey } from './authenticate.ts'
import type { messageBodySchema } from './messageBodySchema.ts'
import { readContent } from './readContent.ts'
import { isRefusal } from './refuseBody.ts'
import { toChatId } from './toChatId.ts'

type Body = z.output<typeof messageBodySchema>

/** Sends a message, unless the account's data give a reason to refuse it. */
export async function sendMessage({
  account,
  body,
  context,
}: {
  account: Account
  body: Body
  context: Context
}): Promise<{ messageId: string; chatId: string } | Refusal> {
  const { store, allowPrivateAddresses: allowPrivate } = account
  const { channelId, chatType, refMessageId, clearUnanswered, crmMessageId } = body
  const chatId = toChatId(body)
  const planned = { ...body, chatId, content: body.contentUri, allowPrivate }
  const obstacle = await findSendObstacle(store, planned)
  if (obstacle) return toRefusal({ account, body, obstacle })
  const unfit = await findWabaObstacle(store, body)
  if (unfit) return unfit
  const content = await readContent(account, body)
  if (isRefusal(content)) return content
  // Checked last, so that only a sent message claims its id.
  if (crmMessageId !== undefined && !(await claimCrmMessageId(store, crmMessageId))) return toRepeated(crmMessageId)
  const author = hasSidecarKey(context) ? undefined : await getAuthor(store, body.crmUserId)
  const reply = { channelId, chatType, chatId, refMessageId, clearUnanswered, ...content }
  const { messageId } = await addReply(store, { ...reply, ...(author ? { author } : {}) })
  return { messageId, chatId }
}

/** Codes of the older page for a channel of another messenger. */
const wrongMessenger = ['MESSAGES_ABNORMAL_SEND', 'MESSAGES_INVALID_CONTACT_TYPE']

/** Gives an obstacle the code of the live service where it was seen in place of those of the older page. */
async function toRefusal({
  account: { store, quirks },
  body: { channelId, chatType },
  obstacle,
}: {
  account: Account
  body: Body
  obstacle: Obstacle
}): Promise<Refusal> {
  if (quirks.isOn('wazzup-v3.olderCodes') || !wrongMessenger.includes(obstacle.code))
    return { status: 400, ...obstacle }
  const transport = (await getChannel(store.database, channelId))?.transport
  return { status: 400, ...obstacle, code: 'WRONG_TRANSPORT', data: { channelId, transport, chatType } }
}

const wabaLimit = 4_096

/** WABA's texts are shorter, and only WABA has templates. */
async function findWabaObstacle(
  { database }: Store,
  { channelId, text = '', templateId }: Body,
): Promise<Refusal | undefined> {
  const isWaba = (await getChannel(database, channelId))?.transport === 'wapi'
  if (isWaba && [...text].length > wabaLimit)
    return refuse('MESSAGES_TOO_LONG_WABA', `The length of the text message exceeds ${wabaLimit} characters.`)
  if (!isWaba && templateId !== undefined)
    return {
      ...refuse('VALIDATION_ERROR', 'Only WABA channels can send templates.'),
      data: { fields: ['templateId'] },
    }
  return undefined
}

/** The author, unless the user is unknown to the vendor. */
async function getAuthor(store: Store, id: string | undefined): Promise<{ id: string; name: string } | undefined> {
  const user = id === undefined ? undefined : await getUser(store.database, id)
  return user && { id: user.id, name: user.name }
}

function toRepeated(crmMessageId: string): Refusal {
  const description = 'You have already sent message with the same crmMessageId'
  return { ...refuse('REPEATED_CRM_MESSAGE_ID', description), data: { crmMessageId } }
}

function refuse(code: string, description: string): Refusal {
  return { status: 400, code, description }
}
