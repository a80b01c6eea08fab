/** A box of a skeleton: the end of its class name, and the boxes inside it. */
export type SkeletonBox = readonly [name: string, ...boxes: SkeletonBox[]]

/**
 * The shape of a messenger as boxes of class `cc-skeleton…`, shown while a window loads.
 * @param options `withList` adds the list of chats, which the stylesheet shows where there is room.
 */
export function createSkeleton({ withList }: { withList: boolean }): SkeletonBox {
  return withList ? ['', list, thread] : ['', thread]
}

const line: SkeletonBox = ['-line']
const face: SkeletonBox = ['-face']
const field: SkeletonBox = ['-field']
const row: SkeletonBox = ['-row', face, ['-lines', line, line]]
const bubble: SkeletonBox = ['-bubble']
const list: SkeletonBox = ['-list', field, row, row, row, row, row, row]
const messages: SkeletonBox = ['-messages', bubble, bubble, bubble, bubble, bubble]
const thread: SkeletonBox = ['-thread', ['-row', face, line], messages, field]
