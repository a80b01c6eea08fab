import * as z from 'zod'
import type { CallOptions } from '../http/callOptions.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { send } from '../http/send.ts'
import type { WazzupTechClient } from './client.ts'
import { envelopedOne } from './envelope.ts'
import { answeredIdSchema, userIdSchema, vendorIdSchema } from './ids.ts'

/**
 * A user's role in a channel. The API's words are not the help pages': `seller` sees the chats he is responsible for,
 * `manager` all, `auditor` all for quality control. Without a role a user's counter stays 0.
 */
export const userRoleSchema = z.object({
  channel_id: vendorIdSchema,
  user_id: userIdSchema,
  role: z.enum(['seller', 'manager', 'auditor']),
  allow_get_new_clients: z.boolean().optional(),
})
/** A user's role in a channel, and whether he is given new clients. */
export type UserRole = z.input<typeof userRoleSchema>

/**
 * Body of `PATCH /v2/settings`. No document on record shows it: the fields are those of the vendor's older settings
 * route, written the way this API writes.
 */
export const settingsRequestSchema = z
  .object({
    push_input_output_message_events_for_managers: z.boolean().optional(),
    user_roles: z.array(userRoleSchema).optional(),
  })
  .refine((settings) => Object.values(settings).some((value) => value !== undefined), 'change at least one setting')
/** Parameters of {@link updateSettings}. */
export type SettingsParameters = z.input<typeof settingsRequestSchema>

/** Response of `GET /v2/settings`; unknown fields are kept. */
export const settingsAnswerSchema = envelopedOne(
  z.looseObject({
    push_input_output_message_events_for_managers: z.boolean().optional(),
    user_roles: z
      .array(
        z.looseObject({
          channel_id: z.string(),
          user_id: answeredIdSchema,
          role: z.string(),
          allow_get_new_clients: z.boolean().optional(),
        }),
      )
      .optional(),
  }),
)
/** Roles and notifications of the account. */
export type Settings = z.output<typeof settingsAnswerSchema>

/** Endpoint of {@link fetchSettings}. */
export const fetchSettingsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.fetchSettings',
  method: 'GET',
  path: '/v2/settings',
  summary: 'Get roles and notifications',
  response: { description: 'The settings.', schema: settingsAnswerSchema },
})

/**
 * Reads the roles of users in channels (`GET /v2/settings`).
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/users/
 */
export async function fetchSettings(client: WazzupTechClient, options: CallOptions = {}): Promise<Settings> {
  return send(client.http, fetchSettingsEndpoint, options)
}

/** Endpoint of {@link updateSettings}. */
export const updateSettingsEndpoint = defineEndpoint({
  operation: 'wazzup-tech.updateSettings',
  method: 'PATCH',
  path: '/v2/settings',
  summary: 'Set roles and notifications; a list of roles replaces the one before',
  body: settingsRequestSchema,
  response: { description: 'The settings are kept.' },
  idempotent: true,
})

/**
 * Sets roles of users in channels (`PATCH /v2/settings`). `user_roles` replaces the whole list: read it first, and include
 * the ones to keep.
 * @throws {VendorError} one of its subclasses.
 * @see https://wazzup24.com/help/api/users/
 */
export async function updateSettings(
  client: WazzupTechClient,
  parameters: SettingsParameters,
  options: CallOptions = {},
): Promise<void> {
  return send(client.http, updateSettingsEndpoint, { body: parameters, ...options })
}
