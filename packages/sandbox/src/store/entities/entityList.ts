/** The requested page of a list. */
export interface EntityPage {
  offset?: number | undefined
  orderBy?: 'id' | 'name' | 'responsibleUserId' | undefined
  orderDirection?: 'asc' | 'desc' | undefined
}

/** Maximum number of entities in one response. */
export const pageSize = 100

/** A page of a list, and the length of the whole list. */
export interface EntityList<Item> {
  count: number
  items: Item[]
}
