import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { getActor, getRole } from './actor.ts'
import { respondSuccess } from './respondSuccess.ts'
import { toTime } from './toContact.ts'
import { toUser } from './toUser.ts'
import { changeUser, getUser } from './users.ts'

/** The signed-in user. @see Whatomate, "Users" */
export const me: Route[] = [
  defineRoute({
    endpoint: whatomateApp.fetchMe,
    async handle(call) {
      return respondSuccess(call, await toUser({ ...call, user: { ...getActor(call).user, role: getRole(call) } }))
    },
  }),
  defineRoute({
    endpoint: whatomateApp.updateSettings,
    async handle(call) {
      const { account, body } = call
      const { user } = getActor(call)
      const { email_notifications, new_message_alerts, campaign_updates } = body
      const given = { email_notifications, new_message_alerts, campaign_updates }
      const before = await getUser(account.store, user)
      const { settings } = await changeUser(account.store, { user, settings: { ...before.settings, ...given } })
      return respondSuccess(call, { message: 'Settings updated successfully', settings })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.updateAvailability,
    async handle(call) {
      const { account, body } = call
      const { user } = getActor(call)
      const before = await getUser(account.store, user)
      const leavesAt = before.awaySince ?? account.clock.now()
      const { awaySince } = await changeUser(account.store, { user, awaySince: body.is_available ? null : leavesAt })
      return respondSuccess(call, {
        message: 'Availability updated successfully',
        is_available: awaySince === null,
        status: awaySince === null ? 'available' : 'away',
        break_started_at: awaySince === null ? null : toTime(awaySince),
        transfers_to_queue: 0,
      })
    },
  }),
]
