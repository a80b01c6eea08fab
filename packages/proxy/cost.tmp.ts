import { createMetrics } from './src/metrics/createMetrics.ts'
import { observeBackend } from './src/metrics/observeBackend.ts'
const metrics = createMetrics()
const backend = { name: 'x', windows: { create: async () => ({ url: 'x' }) } } as any
const seen = observeBackend({ backend, metrics, trace: undefined }) as any
for (let round = 0; round < 3; round++) {
  const n = 500_000
  let t = performance.now()
  for (let i = 0; i < n; i++) await backend.windows.create({})
  const base = performance.now() - t
  t = performance.now()
  for (let i = 0; i < n; i++) { const s = performance.now(); await seen.windows.create({}); metrics.request({ operation: 'window', code: 'ok', ms: performance.now() - s }) }
  console.log('added us per window', ((performance.now() - t - base) * 1000) / n)
}
