import { wazzupV2 } from '@crm-chat/vendors/endpoints'
import type { iframeRequestSchema } from '@crm-chat/vendors/wazzup-v2'
import type * as z from 'zod'
import type { Refusal } from '../../server/http/respondError.ts'
import type { ChatsWindow } from '../../server/links.ts'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { neverUploaded } from '../../server/unanswered/neverUploaded.ts'
import { saveUser } from '../../store/entities/users.ts'
import { isStranger } from './isStranger.ts'

/** `POST /v2/iframe`: mints a link to the chats page for a user. @see CRM API V2, "Opening the Chats window" */
export const iframe: Route[] = [
  defineRoute({
    endpoint: wazzupV2.createIframe,
    check: ({ body, account }) =>
      account.quirks.isOn('wazzup-v2.activeChatObject') ? refuseActiveChatList(body) : undefined,
    async handle({ account, body, context, origin, refuse, remark }) {
      const window = toWindow(body)
      if (await isStranger(account, window.user.id)) {
        const description = neverUploaded({ userId: window.user.id, upload: wazzupV2.saveUsers })
        remark(description)
        return refuse({ status: 400, code: 'USER_NOT_FOUND', description })
      }
      await saveUser(account.store, window.user)
      const status = account.quirks.isOn('wazzup-v2.iframeCreated') ? 201 : 200
      return context.json({ url: `${origin}/chat/?token=${await account.links.mint(window)}` }, status)
    },
  }),
]

function refuseActiveChatList(body: unknown): Refusal | undefined {
  const given = typeof body === 'object' && body !== null && Reflect.get(body, 'activeChat')
  if (!Array.isArray(given)) return undefined
  return { status: 400, code: 'VALIDATION_ERROR', description: 'activeChat: must be an object.' }
}

function toWindow({ user, scope, filter = [], activeChat }: z.infer<typeof iframeRequestSchema>): ChatsWindow {
  return {
    user: { id: String(user.id), name: user.name },
    scope: scope === 'card' ? { kind: 'card', chats: filter } : { kind: 'global' },
    ...(activeChat ? { activeChat } : {}),
  }
}
