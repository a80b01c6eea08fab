import type { RejectedRecord } from '@crm-chat/protocol'
import type { ChatError } from '../../ChatError.ts'
import type { Comparison, ComparisonCounts } from './compareRecords.ts'

/** Comparison of the CRM's records with the vendor's. */
export type ComparisonState =
  | { status: 'none' }
  | { status: 'running'; counts: ComparisonCounts }
  | { status: 'done'; result: Comparison }
  | { status: 'failed'; error: Error | ChatError }

/** Records that are saved or deleted at the vendor. */
export interface VendorTask {
  action: 'upload' | 'delete'
  /** `waiting`: the vendor asked to slow down, or cannot be reached; it goes on by itself. */
  status: 'running' | 'waiting' | 'paused' | 'failed' | 'done'
  total: number
  /** Records that are finished, the rejected ones included. */
  done: number
  /** The first ones. */
  rejected: (Omit<RejectedRecord, 'index' | 'id'> & { id: string })[]
  rejectedCount: number
  /** Reason of its failure. */
  error?: Error | ChatError | undefined
}

/** State of the records of one kind. */
export interface VendorDataState {
  comparison: ComparisonState
  task: VendorTask | null
}
