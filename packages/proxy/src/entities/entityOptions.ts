import type { ErrorCode } from '@crm-chat/protocol'
import type { TenantParameter } from '../tenantParameter.ts'

/** A list, a generator, a database's cursor: it is read as the vendor takes its items, and never kept as a whole. */
export type Items<Item> = Iterable<Item> | AsyncIterable<Item>

/** An item that the vendor does not take. */
export interface RejectedItem {
  /** Place in the whole list, from 0. */
  index: number
  /** The item's own; undefined where it has none. */
  id: string | undefined
  code: ErrorCode
  /** Sentence that names the field where it is known, without values. */
  reason: string
}

/** Part of a list that is finished. */
export interface EntityProgress {
  /** Items of the whole list that are saved, deleted or rejected. It is the `startAfter` of a call that goes on from here. */
  done: number
  /** Rejected items of this call. */
  rejected: number
  /** Items of the whole list, where that is known. */
  total?: number
  /** Id of the last of the finished items. */
  lastId?: string
}

/** Options of calls that send a list to the vendor. */
export interface EntityOptions extends TenantParameter {
  /** Goes on after so many items, or after the item with this id. @default 0 */
  startAfter?: number | string
  /** Items of the whole list, for `onProgress`. @default length of an array */
  total?: number
  /** Ends the call, which rejects with the signal's reason. What `onProgress` reported last is finished. */
  signal?: AbortSignal
  /** Called after each batch, and waited for. */
  onProgress?: (progress: EntityProgress) => void | Promise<void>
  /** Called for every rejected item, in order, and waited for. */
  onRejected?: (item: RejectedItem) => void | Promise<void>
  /** Time between two calls to the vendor; its client keeps to the documented limits by itself. @default 0 */
  pauseMs?: number
  /** Time for which a vendor that fails, or asks to slow down, is tried again before the call rejects. @default 600_000 */
  retryForMs?: number
}

/** Outcome of a list. */
interface EntitiesOutcome {
  /** Items of the whole list that are finished. */
  done: number
  /** The first thousand of the rejected items; `onRejected` gets all. */
  rejected: RejectedItem[]
  rejectedCount: number
}

/** Outcome of saving a list. */
export interface SaveResult extends EntitiesOutcome {
  saved: number
}

/** Outcome of deleting a list. */
export interface DeleteResult extends EntitiesOutcome {
  deleted: number
  /** Ids that the vendor did not have. */
  missing: number
}

/** Options of lists from the vendor. */
export interface ListOptions extends Pick<EntityOptions, 'tenant' | 'signal' | 'pauseMs' | 'retryForMs'> {
  /** Items to leave out at the beginning. @default 0 */
  startAfter?: number
}
