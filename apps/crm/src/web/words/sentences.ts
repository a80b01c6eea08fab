import type { ActivityAction } from '../../api/activity.ts'
import type { ImportProblem } from '../../api/contactImport.ts'

/** What a sentence about a row's problem is made from. */
export interface ImportProblemText {
  /** Name of the field. */
  field: string
  code: ImportProblem['code']
}

/** What a sentence about a change is made from. */
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
