/** Actions by resource; a permission is one of each: `contacts:write`. */
const actions = {
  users: ['read', 'write', 'delete'],
  teams: ['read', 'write', 'delete'],
  roles: ['read', 'write', 'delete'],
  'settings.general': ['read', 'write'],
  'settings.chatbot': ['read', 'write'],
  'settings.sso': ['read', 'write'],
  accounts: ['read', 'write', 'delete'],
  templates: ['read', 'write', 'delete', 'sync'],
  'flows.whatsapp': ['read', 'write', 'delete'],
  'flows.chatbot': ['read', 'write', 'delete'],
  campaigns: ['read', 'write', 'delete', 'execute'],
  'chatbot.keywords': ['read', 'write', 'delete'],
  'chatbot.ai': ['read', 'write'],
  chat: ['read', 'write'],
  'chat.assign': ['write'],
  contacts: ['read', 'write', 'delete', 'import', 'export'],
  tags: ['read', 'write', 'delete'],
  analytics: ['read', 'write', 'delete'],
  'analytics.agents': ['read'],
  transfers: ['read', 'write', 'pickup'],
  webhooks: ['read', 'write', 'delete'],
  api_keys: ['read', 'write', 'delete'],
  canned_responses: ['read', 'write', 'delete'],
  custom_actions: ['read', 'write', 'delete'],
  organizations: ['read', 'write', 'delete', 'assign'],
  call_logs: ['read'],
  ivr_flows: ['read', 'write', 'delete'],
  call_transfers: ['read', 'write'],
  outgoing_calls: ['read', 'write'],
} as const

type Actions = typeof actions
/** A resource and an action: `contacts:write`. */
export type Permission = { [Resource in keyof Actions]: `${Resource}:${Actions[Resource][number]}` }[keyof Actions]

/** Every permission of the server. */
export const permissions = Object.entries(actions).flatMap(([resource, allowed]) =>
  allowed.map((action) => `${resource}:${action}`),
) as Permission[] // `flatMap` loses the pairs that the table above consists of.

/** A role of the server's own, with its permissions. */
export interface Role {
  roleId: string
  name: 'admin' | 'agent'
  description: string
  permissions: Permission[]
}

/** The roles. On this server, agents read all contacts; administrators may do everything. */
export const roles: Record<Role['name'], Role> = {
  admin: {
    roleId: 'a0d6c1b2-7e3f-4a58-9c10-2b4d6f8e0a11',
    name: 'admin',
    description: 'May do everything',
    permissions,
  },
  agent: {
    roleId: 'b1e7d2c3-8f40-4b69-8d21-3c5e7a9f1b22',
    name: 'agent',
    description: 'Writes to customers',
    permissions: [
      'chat:read',
      'chat:write',
      'contacts:read',
      'tags:read',
      'analytics.agents:read',
      'transfers:read',
      'transfers:write',
      'transfers:pickup',
      'canned_responses:read',
      'call_transfers:read',
      'call_transfers:write',
      'outgoing_calls:read',
      'outgoing_calls:write',
    ],
  },
}
