/** Which part of a list is asked for. */
export interface EntityPage {
  offset?: number | undefined
  orderBy?: 'id' | 'name' | 'responsibleUserId' | undefined
  orderDirection?: 'asc' | 'desc' | undefined
}

/** Maximum number of entities in one response. */
export const pageSize = 100

/** A part of a list, and how long the whole is. */
export interface EntityList<Item> {
  count: number
  items: Item[]
}
