import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Chat } from '../chatTypes.ts'
import { chats, type Group, type GroupMember, groupMembers } from '../schema.ts'
import type { Database, Store } from '../store.ts'
import { insertChat, renameChat } from './chats.ts'

/** Parameters of {@link changeGroup}; omitted fields keep their value. */
export interface GroupChange extends Chat {
  /** The channel the company is in the group with. */
  channelId: string
  name?: string | undefined
  /** Members who join or change their names. */
  members?: GroupMember[] | undefined
  /** Ids of those who leave. */
  left?: string[] | undefined
}

/** Creates or changes a group, and publishes changes to its details and its members. */
export async function changeGroup(store: Store, change: GroupChange): Promise<Group> {
  const { chatType, chatId, channelId, name, members = [], left = [] } = change
  const chat = { chatType, chatId }
  const before = await getGroup(store.database, chat)
  await insertChat(store, { ...chat, name })
  await renameChat(store, { ...chat, name })
  for (const { memberId, name: named } of members) await saveMember(store.database, { ...chat, memberId, name: named })
  if (left.length > 0)
    await store.database.delete(groupMembers).where(and(isIn(chat), inArray(groupMembers.memberId, left)))
  const group = await getGroup(store.database, chat)
  if (!group) throw new Error('The store returned no row for a group that it has just saved.')
  store.changes.publish({ kind: 'chats', chats: [chat] })
  if (before?.name !== group.name) store.changes.publish({ kind: 'group', event: 'details', channelId, group })
  if (toText(before) !== toText(group)) store.changes.publish({ kind: 'group', event: 'members', channelId, group })
  return group
}

/** A group by its chat. */
async function getGroup(database: Database, { chatType, chatId }: Chat): Promise<Group | undefined> {
  const [chat] = await database
    .select({ name: chats.name })
    .from(chats)
    .where(and(eq(chats.chatType, chatType), eq(chats.chatId, chatId)))
  if (!chat) return undefined
  const members = await database
    .select({ memberId: groupMembers.memberId, name: groupMembers.name })
    .from(groupMembers)
    .where(isIn({ chatType, chatId }))
    .orderBy(asc(groupMembers.memberId))
  return { chatType, chatId, name: chat.name, members }
}

async function saveMember(database: Database, member: typeof groupMembers.$inferInsert): Promise<void> {
  await database
    .insert(groupMembers)
    .values(member)
    .onConflictDoUpdate({
      target: [groupMembers.chatType, groupMembers.chatId, groupMembers.memberId],
      set: { name: member.name },
    })
}

function isIn({ chatType, chatId }: Chat) {
  return and(eq(groupMembers.chatType, chatType), eq(groupMembers.chatId, chatId))
}

function toText(group: Group | undefined): string {
  return JSON.stringify(group?.members ?? [])
}
