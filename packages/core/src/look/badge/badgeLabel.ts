/** The phrase that assistive technology reads: `{count}` in it stands for the number. A function can form plurals. */
export type BadgeLabel = string | ((count: number) => string)

/** Own words for what a badge says in place of a number, or beside one. Missing ones come from its language. */
export interface BadgeLabels {
  /** @default 'count unknown' */
  unknown?: string | undefined
  /** Said when there is no number, and none is expected: signed out, another user's session, no network. @default 'count not available' */
  error?: string | undefined
  /** Said after a number that may have changed since. @default 'not up to date' */
  stale?: string | undefined
}
