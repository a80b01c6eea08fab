import type { FrameMessage } from '../frame.ts'

/** Chat in which the user of a vendor's frame asked for a deal. Every field is optional: no document describes them. */
export interface EntityContext {
  chatType?: string
  chatId?: string
  channelId?: string
  /** Id of the CRM's user. */
  userId?: string
  integrationId?: string
}

/** A deal of the CRM as the vendor's frame knows it. */
export interface FrameEntity {
  id?: string
  name?: string
  /** Address of its page, `http:` or `https:`. Any other one is left out. */
  link?: string
  closed?: boolean
  responsibleUserName?: string
}

/** Wish of the user of a vendor's frame: to open a deal, or to create one for the chat. */
export type EntityEvent = ({ type: 'create' } & EntityContext) | ({ type: 'open'; entity: FrameEntity } & EntityContext)

/**
 * Reads `WZ_OPEN_ENTITY` and `WZ_CREATE_ENTITY`; undefined for any other message. Fields of an unknown shape are left out, and ids
 * that are numbers become text.
 */
export function parseEntityEvent({ type, data }: FrameMessage): EntityEvent | undefined {
  if (type === 'WZ_CREATE_ENTITY') return { type: 'create', ...readContext(data) }
  if (type === 'WZ_OPEN_ENTITY') return { type: 'open', entity: readEntity(Object(data).entity), ...readContext(data) }
  return undefined
}

function readContext(data: unknown): EntityContext {
  return readTexts(data, ['chatType', 'chatId', 'channelId', 'userId', 'integrationId'])
}

function readEntity(entity: unknown): FrameEntity {
  const { link, ...texts } = readTexts(entity, ['id', 'name', 'link', 'responsibleUserName'])
  const { closed } = Object(entity)
  return {
    ...texts,
    ...(link !== undefined && /^https?:\/\//i.test(link) && { link }), // A page that follows it runs no script.
    ...(typeof closed === 'boolean' && { closed }),
  }
}

function readTexts<Name extends string>(value: unknown, names: Name[]): { [Key in Name]?: string } {
  const texts: { [Key in Name]?: string } = {}
  for (const name of names) {
    const text: unknown = Object(value)[name]
    if (typeof text === 'string' || Number.isFinite(text)) texts[name] = String(text)
  }
  return texts
}
