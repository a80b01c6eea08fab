/** Words of this version, and those that a later one may add. */
export type Open<Word extends string> = Word | (string & Record<never, never>)
