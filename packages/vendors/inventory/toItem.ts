import type { InventoryItem } from './inventory.ts'

/** An {@link InventoryItem} in short. */
export interface Row {
  name: string
  section: string
  export: string
  file: string
  test: string
}

/** Writes rows of one document out as items. */
export function toItem({ kind, document }: Pick<InventoryItem, 'kind' | 'document'>): (row: Row) => InventoryItem {
  return ({ name, section, export: exported, file, test }) => {
    return { kind, document, name, section, export: exported, test: { file, name: test } }
  }
}
