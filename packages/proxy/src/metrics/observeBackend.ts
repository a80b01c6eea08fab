import type { Backend } from '../backend.ts'
import type { Clock } from '../clock.ts'
import { OperationError } from '../errors.ts'
import { spanKinds, type Trace } from '../tracing/tracer.ts'
import type { Metrics, OutcomeCode } from './createMetrics.ts'

type Call = (...parameters: unknown[]) => unknown

/** A call of the backend: its path, e.g. `windows.create`. */
interface Observed {
  name: string
  parameters: unknown[]
  run: () => unknown
}

/** Methods that ask the vendor for nothing. All others are asynchronous. */
const local: ReadonlySet<string> = new Set([
  'windows.isOwnUrl',
  'watchUnanswered',
  'webhooks.read',
  'webhooks.explain',
  'forTenant',
  'isLeftAlone',
  'problems',
  'redact',
])

/** Returns a view of the backend whose calls to the vendor are counted, timed and traced, by their names. */
export function observeBackend({
  backend,
  metrics,
  trace,
  clock,
}: {
  backend: Backend
  metrics: Pick<Metrics, 'vendorCall'>
  trace: Trace | undefined
  clock: Clock
}): Backend {
  function observe(call: Observed): Promise<unknown> {
    if (!trace) return measure(call)
    return trace({
      name: `chat vendor ${call.name}`,
      kind: spanKinds.client,
      attributes: { 'crm_chat.vendor': backend.name },
      run: () => measure(call),
      codeOf: (error) => toCode({ error, parameters: call.parameters }),
    })
  }

  async function measure({ name, parameters, run }: Observed): Promise<unknown> {
    const startedAt = clock.elapsed()
    const note = (code: OutcomeCode): void => {
      metrics.vendorCall({ call: name, code, ms: clock.elapsed() - startedAt })
    }
    try {
      const result = await run()
      note('ok')
      return result
    } catch (error) {
      note(toCode({ error, parameters }))
      throw error
    }
  }

  return createView({ part: backend, path: '', observe })
}

/** A part of a backend is read at each access: it may be an instance of a class, be frozen, or change. */
function createView<Part extends object>({
  part,
  path,
  observe,
}: {
  part: Part
  path: string
  observe: (call: Observed) => Promise<unknown>
}): Part {
  const views = new Map<string | symbol, { value: unknown; view: unknown }>()

  function viewOf(value: unknown, key: string | symbol): unknown {
    const name = path + String(key)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return createView({ part: value, path: `${name}.`, observe })
    if (typeof value !== 'function') return value
    const call: Call = value.bind(part)
    if (local.has(name)) return call
    return (...parameters: unknown[]) => observe({ name, parameters, run: () => call(...parameters) })
  }

  const target: object = {}
  return new Proxy(target, {
    has: (_, key) => Reflect.has(part, key),
    get: (_, key) => {
      const value: unknown = Reflect.get(part, key)
      if (typeof value !== 'function' && typeof value !== 'object') return value
      const known = views.get(key)
      if (known?.value === value) return known.view
      const view = viewOf(value, key)
      views.set(key, { value, view })
      return view
    },
  }) as Part // It has the same fields.
}

/** A call whose browser has left did not fail. */
function toCode({ error, parameters }: { error: unknown; parameters: unknown[] }): OutcomeCode {
  if (parameters.some(isCancelled)) return 'cancelled'
  return error instanceof OperationError ? error.code : 'internal'
}

function isCancelled(parameter: unknown): boolean {
  if (typeof parameter !== 'object' || parameter === null || !('signal' in parameter)) return false
  return parameter.signal instanceof AbortSignal && parameter.signal.aborted
}
