import { type SQL, sql } from 'drizzle-orm'

/**
 * Condition on `chats`: `userId` has access to the dialogue, in the window and in the counter. A manager and an auditor
 * have access to all; a seller to those of their own contacts and deals and, by default, those without a responsible user;
 * a user with the role `none` has no access. A user without a role is a seller.
 */
export function hasAccess(userId: string): SQL {
  return sql`CASE ${roleOf(userId)}
    WHEN 'manager' THEN TRUE
    WHEN 'auditor' THEN TRUE
    WHEN 'none' THEN FALSE
    ELSE ${isResponsible(userId)} OR (${getsNewClients(userId)} AND NOT EXISTS (${responsibleUsers}))
  END`
}

/**
 * Condition on `chats`: `userId` is to reply to its messages (red), not only to supervise (grey). That is every dialogue of
 * a seller, a manager's own dialogues (or all of them if `pushForManagers` is on), and none of an auditor's.
 */
export function isOwnTask(userId: string): SQL {
  return sql`CASE ${roleOf(userId)} WHEN 'auditor' THEN FALSE WHEN 'manager' THEN ${isResponsible(userId)} OR ${notifiesManagers} ELSE TRUE END`
}

const notifiesManagers = sql`EXISTS (SELECT 1 FROM account_settings WHERE name = 'pushForManagers' AND value = 'on')`

function isResponsible(userId: string): SQL {
  return sql`${userId} IN (${responsibleUsers})`
}

function roleOf(userId: string): SQL {
  return sql`coalesce((SELECT role ${settingOf(userId)}), 'seller')`
}

function getsNewClients(userId: string): SQL {
  return sql`coalesce((SELECT allow_get_new_clients ${settingOf(userId)}), TRUE)`
}

/** The user's role in the dialogue's channel, otherwise in all channels. */
function settingOf(userId: string): SQL {
  return sql`FROM user_roles
    WHERE user_roles.user_id = ${userId} AND user_roles.channel_id IN ('*', (
      SELECT latest_message.channel_id FROM messages AS latest_message
      WHERE latest_message.chat_type = chats.chat_type AND latest_message.chat_id = chats.chat_id
      ORDER BY latest_message.position DESC LIMIT 1
    ))
    ORDER BY user_roles.channel_id = '*' LIMIT 1`
}

// Written in SQL: drizzle omits table names in some places, and a subquery would then read its own column.
const responsibleUsers = sql`
  SELECT contacts.responsible_user_id
  FROM contact_chats JOIN contacts ON contacts.id = contact_chats.contact_id
  WHERE contact_chats.chat_type = chats.chat_type AND contact_chats.chat_id = chats.chat_id
    AND contacts.responsible_user_id IS NOT NULL
  UNION
  SELECT deals.responsible_user_id
  FROM contact_chats
    JOIN deal_contacts ON deal_contacts.contact_id = contact_chats.contact_id
    JOIN deals ON deals.id = deal_contacts.deal_id
  WHERE contact_chats.chat_type = chats.chat_type AND contact_chats.chat_id = chats.chat_id
    AND deals.responsible_user_id IS NOT NULL`
