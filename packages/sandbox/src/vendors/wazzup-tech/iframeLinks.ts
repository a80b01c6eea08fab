import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { chatsLinkRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import type * as z from 'zod'
import type { Account } from '../../server/account.ts'
import type { Refusal } from '../../server/http/respondError.ts'
import type { ChatsWindow } from '../../server/links.ts'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import { getUser } from '../../store/entities/users.ts'
import { refuseUnknown } from './refuseUnknown.ts'
import { respondData } from './respondData.ts'
import { badRequest } from './techErrors.ts'

const refuseUnknownFields = refuseUnknown({ schema: chatsLinkRequestSchema })

/** Links to windows. @see https://wazzup24.com/help/api/iframe-chats/ */
export const iframeLinks: Route[] = [
  defineRoute({
    endpoint: wazzupTech.createChatsLink,
    check: refuseChatsLink,
    async handle(call) {
      const { account, body, origin } = call
      const user = await getUser(account.store.database, body.user_id)
      if (!user) {
        const description = neverUploaded({ userId: body.user_id, upload: wazzupTech.saveUsers })
        call.remark(description)
        return call.refuse({ status: 404, code: 'NOT_FOUND', description })
      }
      const name = body.author_name ?? user.name
      const token = await account.links.mint(toWindow({ body, name }))
      return respondLink(call, `${origin}/chat/?token=${token}`)
    },
  }),
]

/** The documents' own form of the user, `user: {id}`, is refused, as by the live service, except with a quirk. */
function refuseChatsLink({ body, account }: { body: unknown; account: Account }): Refusal | undefined {
  const nested = isObject(body) && 'user' in body
  if (account.quirks.isOn('wazzup-tech.nestedUser')) return nested ? undefined : badRequest('user should not be empty')
  if (nested) return badRequest('property user should not exist; user_id should not be empty')
  return refuseUnknownFields({ body })
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}

function respondLink(call: Pick<Call, 'account' | 'context'>, link: string): Response {
  return respondData(call, call.account.quirks.isOn('wazzup-tech.urlField') ? { url: link } : { link })
}

function toWindow({ body, name }: { body: z.output<typeof chatsLinkRequestSchema>; name: string }): ChatsWindow {
  const { scope, chats = [], active_chat: active, use_events: events } = body
  return {
    user: { id: body.user_id, name },
    scope:
      scope === 'global'
        ? { kind: 'global' }
        : { kind: 'card', chats: chats.map((chat) => ({ ...toChat(chat), name: chat.contact_name })) },
    ...(active ? { activeChat: toChat(active) } : {}),
    ...(events?.deals ? { dealsEvents: true } : {}),
    ...(events?.messages ? { messagesEvents: true } : {}),
  }
}

type LinkChat = Pick<
  NonNullable<z.output<typeof chatsLinkRequestSchema>['active_chat']>,
  'chat_type' | 'chat_id' | 'username'
>

function toChat({ chat_type: chatType, chat_id, username }: LinkChat) {
  return { chatType, chatId: chat_id ?? username ?? '' }
}
