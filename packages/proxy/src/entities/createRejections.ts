import type { EntityOptions, RejectedItem } from './entityOptions.ts'

/** Rejected items that a result holds. */
const maxKept = 1_000

/** Rejected items of a call. */
export interface Rejections {
  /** Reports those of one batch, in the order of the list. */
  report: (items: RejectedItem[]) => Promise<void>
  /** The first ones. */
  kept: RejectedItem[]
  count: () => number
}

/** Makes {@link Rejections}. */
export function createRejections({ onRejected }: Pick<EntityOptions, 'onRejected'>): Rejections {
  const kept: RejectedItem[] = []
  let count = 0
  return {
    kept,
    count: () => count,
    report: async (items) => {
      for (const item of items.sort((one, other) => one.index - other.index)) {
        count += 1
        if (kept.length < maxKept) kept.push(item)
        await onRejected?.(item)
      }
    },
  }
}
