/** A sample of Prometheus: its labels, and its value. */
export interface Sample {
  name: string
  labels: Record<string, string>
  value: number
}

const head = /^# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.+)$/
const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{((?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\[\\"n])*",?)*)\})? (\S+)$/
const label = /([a-zA-Z_]\w*)="((?:[^"\\\n]|\\[\\"n])*)"/g

/**
 * Reads the text format of Prometheus, strictly: each metric once, with help and type before its samples, no sample twice, buckets
 * that never decrease and end with the count. @throws {Error}
 */
export function parseMetrics(text: string): Sample[] {
  if (!text.endsWith('\n')) throw new Error('The last line must end with a line feed.')
  const types = new Map<string, string>()
  const seen = new Set<string>()
  let current = ''
  const samples = text
    .slice(0, -1)
    .split('\n')
    .flatMap((line) => {
      const [, keyword, metric = '', rest = ''] = head.exec(line) ?? []
      if (!keyword) return [parseSample({ line, current, types, seen })]
      const place = `${keyword} ${metric}`
      if (seen.has(place) || (keyword === 'TYPE' && metric !== current)) throw new Error(`At a wrong place: ${line}`)
      seen.add(place)
      if (keyword === 'TYPE') types.set(metric, toType(rest))
      current = metric
      return []
    })
  for (const [metric, type] of types) if (type === 'histogram') checkHistogram({ metric, samples })
  return samples
}

function toType(text: string): string {
  if (/^(counter|gauge|histogram)$/.test(text)) return text
  throw new Error(`There is no type ${text}.`)
}

function parseSample({
  line,
  current,
  types,
  seen,
}: {
  line: string
  current: string
  types: Map<string, string>
  seen: Set<string>
}): Sample {
  const [, name = '', labels = '', text = ''] = sample.exec(line) ?? []
  const type = types.get(current)
  const suffixes = type === 'histogram' ? ['_bucket', '_sum', '_count'] : ['']
  if (!suffixes.some((suffix) => name === current + suffix)) throw new Error(`A line is none of ${current}: ${line}`)
  if (type === 'counter' && !name.endsWith('_total')) throw new Error(`${name} must end with _total.`)
  const value = text === '+Inf' ? Number.POSITIVE_INFINITY : Number(text)
  if (Number.isNaN(value) || value < 0) throw new Error(`No value: ${line}`)
  const key = `${name}{${labels}}`
  if (seen.has(key)) throw new Error(`${key} comes twice.`)
  seen.add(key)
  return { name, value, labels: Object.fromEntries([...labels.matchAll(label)].map(([, own, of]) => [own, of])) }
}

function checkHistogram({ metric, samples }: { metric: string; samples: Sample[] }): void {
  for (const { labels, value: count } of samples.filter(({ name }) => name === `${metric}_count`)) {
    const isOwn = (own: Sample): boolean => Object.entries(labels).every(([name, value]) => own.labels[name] === value)
    const buckets = samples.filter((own) => own.name === `${metric}_bucket` && isOwn(own))
    const values = buckets.map(({ value }) => value)
    if (values.some((value, index) => value < (values[index - 1] ?? 0))) throw new Error(`${metric} decreases.`)
    if (buckets.at(-1)?.labels.le !== '+Inf' || values.at(-1) !== count) throw new Error(`${metric} has no end.`)
  }
}
