import { eq, sql } from 'drizzle-orm'
import type { Store } from '../../store/store.ts'
import { type Tag, type TagColor, tagColors, whatomateTags } from './tables.ts'

/** True for a color of tags. */
export function isTagColor(color: string): color is TagColor {
  return (tagColors as readonly string[]).includes(color)
}

/** Tags whose name or color contains a text, by name. */
export async function listTags({ database }: Store, search = ''): Promise<Tag[]> {
  const wanted = search.toLowerCase()
  const tags = await database.select().from(whatomateTags).orderBy(whatomateTags.name)
  return tags.filter(({ name, color }) => `${name}\n${color}`.toLowerCase().includes(wanted))
}

/** A tag by name. */
export async function getTag({ database }: Store, name: string): Promise<Tag | undefined> {
  const [tag] = await database.select().from(whatomateTags).where(eq(whatomateTags.name, name))
  return tag
}

/** Adds a tag. @returns nothing if its name is taken */
export async function addTag(
  { database, clock }: Store,
  { name, color }: Pick<Tag, 'name' | 'color'>,
): Promise<Tag | undefined> {
  const now = clock.now()
  const values = { name, color, createdAt: now, updatedAt: now }
  const [tag] = await database.insert(whatomateTags).values(values).onConflictDoNothing().returning()
  return tag
}

/** Changes the color of a tag, or renames it, in contacts too. @returns nothing if the new name is taken */
export async function changeTag(
  store: Store,
  { tag, name, color }: { tag: Tag; name: string; color: TagColor },
): Promise<Tag | undefined> {
  if (name !== tag.name && (await getTag(store, name))) return undefined
  const { database, clock } = store
  const [changed] = await database
    .update(whatomateTags)
    .set({ name, color, updatedAt: clock.now() })
    .where(eq(whatomateTags.name, tag.name))
    .returning()
  await replaceInContacts(store, { from: tag.name, to: name })
  return changed
}

/** Deletes a tag, from contacts too. */
export async function deleteTag(store: Store, name: string): Promise<void> {
  await store.database.delete(whatomateTags).where(eq(whatomateTags.name, name))
  await replaceInContacts(store, { from: name, to: null })
}

async function replaceInContacts(
  { database }: Store,
  { from, to }: { from: string; to: string | null },
): Promise<void> {
  if (from === to) return
  await database.run(sql`UPDATE whatomate_contacts
    SET tags = (
      SELECT json_group_array(CASE value WHEN ${from} THEN ${to} ELSE value END)
      FROM json_each(whatomate_contacts.tags) WHERE ${to} IS NOT NULL OR value <> ${from}
    )
    WHERE EXISTS (SELECT 1 FROM json_each(whatomate_contacts.tags) WHERE value = ${from})`)
}
