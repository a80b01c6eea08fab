import { settingsAnswerSchema, settingsRequestSchema } from '@crm-chat/vendors/wazzup-tech'
import { defineRoute, type Route } from '../../server/routes/route.ts'
import { changeAccountSettings, getAccountSettings } from '../../store/entities/accountSettings.ts'
import { listRoles, replaceRoles } from '../../store/entities/roles.ts'
import { answerData } from './answerData.ts'
import { refuseUnknown } from './refuseUnknown.ts'

/** Roles of users in channels, and notifications. @see https://wazzup24.com/help/api/users/ */
export const accountSettings: Route[] = [
  defineRoute({
    operation: 'wazzup-tech.fetchSettings',
    method: 'GET',
    path: '/settings',
    summary: 'Get roles and notifications',
    answers: { 200: { description: 'The settings.', schema: settingsAnswerSchema } },
    async handle(call) {
      const { store } = call.account
      const roles = await listRoles(store.database)
      const { pushForManagers } = await getAccountSettings(store)
      return answerData(call, {
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
    operation: 'wazzup-tech.updateSettings',
    method: 'PATCH',
    path: '/settings',
    summary: 'Set roles and notifications; a list of roles replaces the one before',
    body: settingsRequestSchema,
    check: refuseUnknown({ schema: settingsRequestSchema }),
    answers: { 200: { description: 'The settings are kept.' } },
    async handle(call) {
      const { store } = call.account
      const { push_input_output_message_events_for_managers: push, user_roles: roles } = call.body
      if (push !== undefined) await changeAccountSettings(store, { pushForManagers: push ? 'on' : 'off' })
      if (roles) await replaceRoles(store, roles.map(toRole))
      return answerData(call, null)
    },
  }),
]

type TechRole = { channel_id: string; user_id: string; role: 'seller' | 'manager' | 'auditor' } & {
  allow_get_new_clients?: boolean | undefined
}

function toRole({ channel_id: channelId, user_id: userId, role, allow_get_new_clients = true }: TechRole) {
  return { channelId, userId, role, allowGetNewClients: allow_get_new_clients }
}
