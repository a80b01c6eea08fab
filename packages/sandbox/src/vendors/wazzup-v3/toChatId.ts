import { createHash } from 'node:crypto'

/**
 * The id of the dialogue with a recipient. Of a username or a phone number Telegram makes a number; here it is always the
 * same one, so that a dialogue is found again.
 */
export function toChatId({
  chatId,
  username,
  phone,
}: {
  chatId?: string | undefined
  username?: string | undefined
  phone?: string | undefined
}): string {
  if (chatId !== undefined) return chatId
  const known = username === undefined ? `phone:${phone}` : `username:${username.toLowerCase()}`
  return String(createHash('sha256').update(known).digest().readUIntBE(0, 5) + 100_000_000)
}
