/** The value below which that share of the numbers lies, e.g. 0.99. */
export function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** The middle one of some numbers. */
export function median(numbers: number[]): number {
  return percentile(numbers, 0.5)
}
