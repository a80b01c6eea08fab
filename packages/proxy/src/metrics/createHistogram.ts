import { toHead, toLabels } from './createCounter.ts'

/** Counts durations, by the value of one label. */
export interface Histogram {
  observe: (value: string, seconds: number) => void
  lines: () => string[]
}

/** Upper ends of the buckets, in seconds. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

/** Makes a {@link Histogram}. */
export function createHistogram({ name, help, label }: { name: string; help: string; label: string }): Histogram {
  const series = new Map<string, { buckets: Float64Array; sum: number }>()

  function samples([value, { buckets, sum }]: [string, { buckets: Float64Array; sum: number }]): string[] {
    let total = 0
    const lines = [...buckets].map((count, index) => {
      total += count
      return `${name}_bucket${toLabels([label, 'le'], [value, String(bounds[index] ?? '+Inf')])} ${total}`
    })
    const labels = toLabels([label], [value])
    return [...lines, `${name}_sum${labels} ${sum}`, `${name}_count${labels} ${total}`]
  }

  return {
    observe: (value, seconds) => {
      let own = series.get(value)
      if (!own) {
        own = { buckets: new Float64Array(bounds.length + 1), sum: 0 }
        series.set(value, own)
      }
      let index = 0
      while (index < bounds.length && seconds > (bounds[index] ?? 0)) index += 1
      own.buckets[index] = (own.buckets[index] ?? 0) + 1
      own.sum += seconds
    },
    lines: () => [...toHead({ name, help, type: 'histogram' }), ...[...series].flatMap(samples)],
  }
}
