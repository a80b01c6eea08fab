import * as z from 'zod'
import { defineEndpoint } from '../../http/endpoint.ts'
import { listed, succeeded, textSchema, timeSchema } from './envelope.ts'

const settingsSchema = z.record(z.string(), z.unknown())

/** A user of the organization, as the vendor's web app reads it. */
export const userSchema = z.looseObject({
  id: z.uuid(),
  email: z.string(),
  full_name: z.string(),
  role_id: z.uuid(),
  role: z.union([
    z.looseObject({
      id: z.uuid(),
      name: z.string(),
      is_system: z.boolean(),
      permissions: z.array(z.looseObject({ resource: z.string(), action: z.string() })),
    }),
    z.string(),
  ]),
  is_active: z.boolean(),
  is_available: z.boolean(),
  is_super_admin: z.boolean(),
  organization_id: z.uuid(),
  settings: settingsSchema,
  created_at: timeSchema,
  updated_at: timeSchema,
})

/** Endpoint of the signed-in user. */
export const fetchMeEndpoint = defineEndpoint({
  operation: 'whatomate.fetchMe',
  method: 'GET',
  path: '/api/me',
  summary: 'Read the signed-in user, with role and permissions',
  response: { description: 'The user.', schema: succeeded(userSchema) },
})

/** Endpoint of the signed-in user's notification settings. */
export const updateSettingsEndpoint = defineEndpoint({
  operation: 'whatomate.updateSettings',
  method: 'PUT',
  path: '/api/me/settings',
  summary: 'Change the notification settings of the signed-in user',
  body: z.looseObject({
    email_notifications: z.boolean().default(false),
    new_message_alerts: z.boolean().default(false),
    campaign_updates: z.boolean().default(false),
  }),
  response: {
    description: 'The settings.',
    schema: succeeded(z.looseObject({ message: z.string(), settings: settingsSchema })),
  },
})

/** Endpoint of the signed-in user's availability. */
export const updateAvailabilityEndpoint = defineEndpoint({
  operation: 'whatomate.updateAvailability',
  method: 'PUT',
  path: '/api/me/availability',
  summary: 'Set the signed-in user to available or away',
  body: z.looseObject({ is_available: z.boolean().default(false) }),
  response: {
    description: 'The availability.',
    schema: succeeded(
      z.looseObject({
        message: z.string(),
        is_available: z.boolean(),
        status: z.enum(['available', 'away']),
        break_started_at: timeSchema.nullable(),
        transfers_to_queue: z.int(),
      }),
    ),
  },
})

/** Endpoint of the organization's users. */
export const listUsersEndpoint = defineEndpoint({
  operation: 'whatomate.listUsers',
  method: 'GET',
  path: '/api/users',
  summary: 'List the users of the organization',
  query: z.looseObject({
    search: textSchema,
    page: z.string().optional(),
    limit: z.string().optional(),
  }),
  response: { description: 'A page of users.', schema: listed('users', userSchema) },
})

/** Endpoint of one user. */
export const fetchUserEndpoint = defineEndpoint({
  operation: 'whatomate.fetchUser',
  method: 'GET',
  path: '/api/users/:id',
  summary: 'Read a user',
  response: { description: 'The user.', schema: succeeded(userSchema) },
})

/** Endpoint of the roles. */
export const listRolesEndpoint = defineEndpoint({
  operation: 'whatomate.listRoles',
  method: 'GET',
  path: '/api/roles',
  summary: 'List the roles and their permissions',
  response: {
    description: 'A page of roles.',
    schema: listed(
      'roles',
      z.looseObject({
        id: z.uuid(),
        name: z.string(),
        is_system: z.boolean(),
        is_default: z.boolean(),
        permissions: z.array(z.string()),
        user_count: z.int(),
      }),
    ),
  },
})

/** Endpoint of the permissions. */
export const listPermissionsEndpoint = defineEndpoint({
  operation: 'whatomate.listPermissions',
  method: 'GET',
  path: '/api/permissions',
  summary: 'List the permissions that a role may have',
  response: {
    description: 'All permissions.',
    schema: succeeded(
      z.looseObject({
        permissions: z.array(
          z.looseObject({ id: z.uuid(), resource: z.string(), action: z.string(), key: z.string() }),
        ),
      }),
    ),
  },
})

/** Endpoint of the teams. */
export const listTeamsEndpoint = defineEndpoint({
  operation: 'whatomate.listTeams',
  method: 'GET',
  path: '/api/teams',
  summary: 'List the teams, or the own ones without the permission for all',
  response: {
    description: 'A page of teams.',
    schema: listed(
      'teams',
      z.looseObject({
        id: z.uuid(),
        name: z.string(),
        assignment_strategy: z.string(),
        is_active: z.boolean(),
        member_count: z.int(),
      }),
    ),
  },
})
