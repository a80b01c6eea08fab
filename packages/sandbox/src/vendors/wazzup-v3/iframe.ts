import { wazzupV3 } from '@crm-chat/vendors/endpoints'
import type { iframeRequestSchema } from '@crm-chat/vendors/wazzup-v3'
import type * as z from 'zod'
import type { ChatsWindow } from '../../server/links.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import { getUser, saveUser } from '../../store/entities/users.ts'
import type { Store } from '../../store/store.ts'
import { toChatId } from './toChatId.ts'

/** `POST /v3/iframe`: mints a link to the chats page for a user. @see API v3, "Chat window (iframe)" */
export const iframe: Route[] = [
  defineRoute({
    endpoint: wazzupV3.createIframe,
    async handle({ account, body, context, origin, refuse, remark }) {
      const user = await toNamedUser(account.store, body.user)
      if (!user) {
        const description = neverUploaded({ userId: body.user.id, upload: wazzupV3.saveUsers })
        remark(description)
        return refuse({ status: 400, code: 'USER_NOT_FOUND', description })
      }
      const window = toWindow({ body, user })
      const status = account.quirks.isOn('wazzup-v3.iframeCreated') ? 201 : 200
      return context.json({ url: `${origin}/chat/?token=${await account.links.mint(window)}` }, status)
    },
  }),
]

/** The user of the window, with the given name or else the known one. @returns nothing for one who was never uploaded */
async function toNamedUser(
  store: Store,
  { id, name }: { id: string; name?: string | undefined },
): Promise<ChatsWindow['user'] | undefined> {
  const known = await getUser(store.database, id)
  if (!known || name === undefined) return known && { id, name: known.name }
  await saveUser(store, { id, name })
  return { id, name }
}

function toWindow({
  body: { scope, filter = [], activeChat, options },
  user,
}: {
  body: z.output<typeof iframeRequestSchema>
  user: ChatsWindow['user']
}): ChatsWindow {
  const chats = filter.map(({ name, ...recipient }) => ({
    ...toChat(recipient),
    ...(name === undefined ? {} : { name }),
  }))
  return {
    user,
    scope: scope === 'card' ? { kind: 'card', chats } : { kind: 'global' },
    ...(activeChat ? { activeChat: toChat(activeChat) } : {}),
    ...(options?.useDealsEvents ? { dealsEvents: true } : {}),
    ...(options?.useMessageEvents ? { messagesEvents: true } : {}),
  }
}

function toChat<ChatType>({ chatType, ...recipient }: { chatType: ChatType } & Parameters<typeof toChatId>[0]): {
  chatType: ChatType
  chatId: string
} {
  return { chatType, chatId: toChatId(recipient) }
}
