/** Settings of a run. */
export interface Bench {
  rounds: number
  isQuick: boolean
  /** Picks a count: a smaller one in a quick run. */
  pick: <Value>(values: { full: Value; quick: Value }) => Value
}
