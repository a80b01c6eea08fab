/** Counts what happens, by the values of its labels. All values come from closed lists: none is a user's or an id. */
export interface Counter {
  /** Values of the labels, in their order. */
  add: (...values: string[]) => void
  lines: () => string[]
}

/** Makes a {@link Counter}. */
export function createCounter({
  name,
  help,
  labels,
  initial = [],
}: {
  name: string
  help: string
  labels: string[]
  /** Values of labels that are shown with 0 from the start: a rise from nothing is no rise to Prometheus. */
  initial?: string[][]
}): Counter {
  const counts = new Map(initial.map((values) => [values.join('\n'), { values, count: 0 }]))
  return {
    add: (...values) => {
      const key = values.length === 1 ? (values[0] ?? '') : values.join('\n')
      const known = counts.get(key)
      if (known) known.count += 1
      else counts.set(key, { values, count: 1 })
    },
    lines: () => [
      ...toHead({ name, help, type: 'counter' }),
      ...[...counts.values()].map(({ values, count }) => `${name}${toLabels(labels, values)} ${count}`),
    ],
  }
}

/** Writes the two lines before the samples of a metric. */
export function toHead({ name, help, type }: { name: string; help: string; type: string }): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}

/** Writes labels, escaped. */
export function toLabels(names: readonly string[], values: readonly string[]): string {
  if (names.length === 0) return ''
  return `{${names.map((label, index) => `${label}="${escapeValue(values[index] ?? '')}"`).join(',')}}`
}

function escapeValue(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')
}
