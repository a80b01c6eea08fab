/** Measurements of one thing: one number of each round, the lower the better. */
export interface Figures {
  /** Row of the table of targets. */
  row: number
  name: string
  ours: number[]
  /** The least that the browser and the machine take for this. */
  floor: { name: string; values: number[] }
  /** Most that our median, or that of its ratios to the floor in the same round, may be. */
  target: { atMost: number; of: 'ms' | 'MB' | 'ratio' }
}
