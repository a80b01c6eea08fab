import type { Budget } from '../sizeBudget.ts'
import type { Chunk } from './bundle.ts'

/** Table of the minified bytes of each feature of an entry that is larger than it is meant to be, the largest first. */
export function toFeatureTable({ budget, chunks }: { budget: Budget; chunks: Chunk[] }): string {
  const features = new Map<string, number>()
  for (const { modules } of chunks) {
    for (const [path, bytes] of Object.entries(modules)) {
      const feature = toFeature(path)
      features.set(feature, (features.get(feature) ?? 0) + bytes)
    }
  }
  const rows = [...features].filter(([, bytes]) => bytes > 0).toSorted(([, one], [, other]) => other - one)
  const lines = rows.map(([feature, bytes]) => `  ${feature.padEnd(40)}${String(bytes).padStart(7)}`)
  const files = chunks.map(({ name, bytes }) => `  ${name.padEnd(40)}${String(bytes).padStart(7)}`)
  return [`${budget.name}: minified bytes of each feature`, ...lines, ' and with Brotli, of each file', ...files].join(
    '\n',
  )
}

/** Package and folder of a module, or the module itself where it stands in no folder. */
function toFeature(path: string): string {
  const [, name = '', rest = ''] = /@crm-chat\/([^/]+)\/dist\/(.*)$/.exec(path) ?? []
  if (name) return `${name}/${rest.replace(/\/[^/]*$/, '').replace(/\.js$/, '')}`
  return /node_modules\/([^/]+)\/(?!.*node_modules)/.exec(path)?.[1] ?? 'entry'
}
