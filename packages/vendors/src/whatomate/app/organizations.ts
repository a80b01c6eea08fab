import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { listed, succeeded, textSchema, timeSchema } from './envelope.ts'

const organizationSchema = z.looseObject({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  created_at: timeSchema,
})

/** Endpoint of the organizations of the signed-in user. */
export const listMyOrganizationsEndpoint = defineEndpoint({
  operation: 'whatomate.listMyOrganizations',
  method: 'GET',
  path: '/api/me/organizations',
  summary: 'List the organizations of the signed-in user',
  response: {
    description: 'The memberships.',
    schema: succeeded(
      z.looseObject({
        organizations: z.array(
          z.looseObject({
            organization_id: z.uuid(),
            name: z.string(),
            slug: z.string(),
            role_id: z.uuid(),
            role_name: z.string(),
            is_default: z.boolean(),
          }),
        ),
      }),
    ),
  },
})

/** Endpoint of all organizations. */
export const listOrganizationsEndpoint = defineEndpoint({
  operation: 'whatomate.listOrganizations',
  method: 'GET',
  path: '/api/organizations',
  summary: 'List the organizations of the server',
  response: {
    description: 'All organizations.',
    schema: succeeded(z.looseObject({ organizations: z.array(organizationSchema) })),
  },
})

/** Endpoint of the session's organization. */
export const fetchOrganizationEndpoint = defineEndpoint({
  operation: 'whatomate.fetchOrganization',
  method: 'GET',
  path: '/api/organizations/current',
  summary: 'Read the organization of the session',
  response: { description: 'The organization.', schema: succeeded(organizationSchema) },
})

/** Endpoint of the organization's settings. */
export const fetchOrganizationSettingsEndpoint = defineEndpoint({
  operation: 'whatomate.fetchOrganizationSettings',
  method: 'GET',
  path: '/api/org/settings',
  summary: 'Read the settings of the organization',
  response: {
    description: 'The settings.',
    schema: succeeded(
      z.looseObject({
        name: z.string(),
        settings: z.looseObject({ mask_phone_numbers: z.boolean(), timezone: z.string(), date_format: z.string() }),
      }),
    ),
  },
})

/** Endpoint of the organization's WhatsApp accounts. */
export const listAccountsEndpoint = defineEndpoint({
  operation: 'whatomate.listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: 'List the WhatsApp accounts',
  response: {
    description: 'All WhatsApp accounts, without their secrets.',
    schema: succeeded(
      z.looseObject({
        accounts: z.array(
          z.looseObject({
            id: z.uuid(),
            name: z.string(),
            phone_id: z.string(),
            business_id: z.string(),
            is_default_incoming: z.boolean(),
            is_default_outgoing: z.boolean(),
            status: z.string(),
            has_access_token: z.boolean(),
          }),
        ),
      }),
    ),
  },
})

/** Endpoint of the buttons that lead from a chat to other software. */
export const listCustomActionsEndpoint = defineEndpoint({
  operation: 'whatomate.listCustomActions',
  method: 'GET',
  path: '/api/custom-actions',
  summary: 'List the custom actions',
  response: {
    description: 'A page of custom actions.',
    schema: listed(
      'custom_actions',
      z.looseObject({ id: z.uuid(), name: z.string(), action_type: z.string(), is_active: z.boolean() }),
    ),
  },
})

/** Endpoint of the data that the bot has collected from a contact. */
export const fetchSessionDataEndpoint = defineEndpoint({
  operation: 'whatomate.fetchSessionData',
  method: 'GET',
  path: '/api/contacts/:id/session-data',
  summary: 'Read the data that the bot has collected from a contact',
  response: {
    description: 'The data, and the panel that shows them.',
    schema: succeeded(
      z.looseObject({
        session_data: z.record(z.string(), z.unknown()),
        panel_config: z.looseObject({ sections: z.array(z.unknown()) }),
      }),
    ),
  },
})

/** Endpoint that asks whether a contact may be called, which the app does when it opens a chat. */
export const fetchCallPermissionEndpoint = defineEndpoint({
  operation: 'whatomate.fetchCallPermission',
  method: 'GET',
  path: '/api/calls/permission/:id',
  summary: 'Ask whether a contact may be called',
  query: z.looseObject({ whatsapp_account: textSchema }),
  response: {
    description: "Meta's word for the permission.",
    schema: succeeded(z.looseObject({ status: z.string() })),
  },
})
