import { whatomateApp } from '@crm-chat/vendors/endpoints'
import { type Call, defineRoute, type Route } from '../../server/routes/route.ts'
import { listChannels } from '../../store/entities/channels.ts'
import { getActor, isPermitted } from './actor.ts'
import { getOrganization } from './organization.ts'
import { paginate } from './paginate.ts'
import { forbidden, refuseWith, respondSuccess } from './respondSuccess.ts'
import { toTime } from './toContact.ts'
import { firstDay } from './users.ts'
import { accountName } from './whatsappAccount.ts'
import { withPerson } from './withPerson.ts'

/** The organization, its WhatsApp account, and what surrounds its chats. @see Whatomate, "Organizations", "Accounts" */
export const organizations: Route[] = [
  defineRoute({
    endpoint: whatomateApp.listMyOrganizations,
    handle(call) {
      const { organizationId: organization_id, name, slug } = getOrganization(call.account.store)
      const { roleId: role_id, name: role_name } = getActor(call).user.role
      const own = { organization_id, name, slug, role_id, role_name, is_default: true }
      return respondSuccess(call, { organizations: [own] })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listOrganizations,
    handle(call) {
      if (!isPermitted(call, 'organizations:read')) return call.refuse(forbidden)
      return respondSuccess(call, { organizations: [toOrganization(call)] })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.fetchOrganization,
    handle: (call) => respondSuccess(call, toOrganization(call)),
  }),
  defineRoute({
    endpoint: whatomateApp.fetchOrganizationSettings,
    handle(call) {
      const { quirks, store } = call.account
      const settings = {
        mask_phone_numbers: quirks.isOn('whatomate.maskedPhones'),
        timezone: 'UTC',
        date_format: 'YYYY-MM-DD',
        calling_enabled: false,
      }
      return respondSuccess(call, { name: getOrganization(store).name, settings })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.listAccounts,
    handle: async (call) => respondSuccess(call, { accounts: await listAccounts(call) }),
  }),
  defineRoute({
    endpoint: whatomateApp.listCustomActions,
    handle(call) {
      const { items, position } = paginate(call.context, [])
      return respondSuccess(call, { custom_actions: items, ...position })
    },
  }),
  defineRoute({
    endpoint: whatomateApp.fetchSessionData,
    handle: (call) =>
      withPerson(call, async () => respondSuccess(call, { session_data: {}, panel_config: { sections: [] } })),
  }),
  defineRoute({
    endpoint: whatomateApp.fetchCallPermission,
    handle(call) {
      const { query, refuse } = call
      if (!isPermitted(call, 'outgoing_calls:read')) return refuse(forbidden)
      if (query.whatsapp_account === '') return refuse(refuseWith(400, 'whatsapp_account query param is required'))
      return withPerson(call, async () =>
        query.whatsapp_account === accountName
          ? respondSuccess(call, { status: 'no_permission' })
          : refuse(refuseWith(404, 'WhatsApp account not found')),
      )
    },
  }),
]

function toOrganization({ account }: Pick<Call, 'account'>) {
  const { organizationId, name, slug, createdAt } = getOrganization(account.store)
  return { id: organizationId, name, slug, created_at: toTime(createdAt) }
}

/** The WhatsApp account; none without a channel of WhatsApp. */
async function listAccounts({ account }: Pick<Call, 'account'>) {
  const channels = await listChannels(account.store.database)
  const channel = channels.find(({ transport }) => transport === 'whatsapp')
  if (!channel) return []
  const { channelId, plainId, state } = channel
  return [
    {
      id: channelId,
      name: accountName,
      app_id: '',
      phone_id: plainId,
      business_id: '100000000000001',
      webhook_verify_token: '',
      api_version: 'v21.0',
      is_default_incoming: true,
      is_default_outgoing: true,
      auto_read_receipt: false,
      status: state === 'active' ? 'active' : 'inactive',
      has_access_token: true,
      has_app_secret: true,
      phone_number: plainId,
      display_name: accountName,
      created_at: toTime(firstDay),
      updated_at: toTime(firstDay),
    },
  ]
}
