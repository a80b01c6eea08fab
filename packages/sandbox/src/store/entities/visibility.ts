import { type SQL, sql } from 'drizzle-orm'

/**
 * Condition on `chats`: the dialogue belongs in the window and the counter of `userId`. A manager and an auditor have
 * all; a seller has those of contacts and deals that are theirs and, unless told otherwise, those nobody is responsible
 * for. A user nothing is said of is a seller; one with the role `none` has nothing.
 */
export function isOpenTo(userId: string): SQL {
  return sql`CASE ${roleOf(userId)}
    WHEN 'manager' THEN TRUE
    WHEN 'auditor' THEN TRUE
    WHEN 'none' THEN FALSE
    ELSE ${isResponsible(userId)} OR (${getsNewClients(userId)} AND NOT EXISTS (${responsibleUsers}))
  END`
}

/**
 * Condition on `chats`: its messages are for `userId` to answer (red), not only to look at (grey). All that a seller
 * sees is; of what a manager sees, what is their own, or all if managers are told of everything; nothing for an auditor.
 */
export function isOwnTask(userId: string): SQL {
  return sql`CASE ${roleOf(userId)} WHEN 'auditor' THEN FALSE WHEN 'manager' THEN ${isResponsible(userId)} OR ${tellsManagers} ELSE TRUE END`
}

const tellsManagers = sql`EXISTS (SELECT 1 FROM account_settings WHERE name = 'pushForManagers' AND value = 'on')`

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

// Columns are spelled out: drizzle drops the table's name in some places, and a subquery would then read its own.
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
