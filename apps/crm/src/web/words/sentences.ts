import type { ActivityAction } from '../../api/activity.ts'
import type { ImportProblem } from '../../api/contactImport.ts'

/** Parts of a sentence about a row's problem. */
export interface ImportProblemText {
  /** Name of the field. */
  field: string
  code: ImportProblem['code']
}

/** Parts of a sentence about a change. */
export interface ActivityText {
  /** Name of the user. */
  by: string
  /** The kind of item in words, e.g. `the deal`. */
  item: string
  /** Name of the item. */
  name: string
}

/** A sentence about each kind of change. */
export type ActivitySentences = Record<ActivityAction, (text: ActivityText) => string>
