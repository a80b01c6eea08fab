import { wazzupTech } from '@crm-chat/vendors/endpoints'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { changeAccountSettings, getAccountSettings } from '../../store/entities/accountSettings.ts'
import { listRoles, replaceRoles } from '../../store/entities/roles.ts'
import { respondData } from './respondData.ts'

/** Roles of users in channels, and notifications. @see https://wazzup24.com/help/api/users/ */
export const accountSettings: Route[] = [
  defineRoute({
    endpoint: wazzupTech.fetchSettings,
    async handle(call) {
      const { store } = call.account
      const roles = await listRoles(store.database)
      const { pushForManagers } = await getAccountSettings(store)
      return respondData(call, {
        push_input_output_message_events_for_managers: pushForManagers === 'on',
        user_roles: roles.map(({ channelId, userId, role, allowGetNewClients }) => ({
          channel_id: channelId,
          user_id: userId,
          role,
          allow_get_new_clients: allowGetNewClients,
        })),
      })
    },
  }),
  defineRoute({
    endpoint: wazzupTech.updateSettings,
    async handle(call) {
      const { store } = call.account
      const { push_input_output_message_events_for_managers: push, user_roles: roles } = call.body
      if (push !== undefined) await changeAccountSettings(store, { pushForManagers: push ? 'on' : 'off' })
      if (roles) await replaceRoles(store, roles.map(toRole))
      return respondData(call, null)
    },
  }),
]

type TechRole = { channel_id: string; user_id: string; role: 'seller' | 'manager' | 'auditor' } & {
  allow_get_new_clients?: boolean | undefined
}

function toRole({ channel_id: channelId, user_id: userId, role, allow_get_new_clients = true }: TechRole) {
  return { channelId, userId, role, allowGetNewClients: allow_get_new_clients }
}
