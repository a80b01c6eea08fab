import type { Backend } from '../backend.ts'
import { OperationError } from '../errors.ts'
import { spanKinds, type Trace } from '../tracing/tracer.ts'
import type { Metrics, OutcomeCode } from './createMetrics.ts'

type Call = (...parameters: unknown[]) => unknown

/** Returns a view of the backend whose asynchronous calls are counted and traced, by their names, e.g. `windows.create`. */
export function observeBackend({
  backend,
  metrics,
  trace,
}: {
  backend: Backend
  metrics: Pick<Metrics, 'vendorCall'>
  trace: Trace | undefined
}): Backend {
  function observe(name: string, result: unknown): unknown {
    if (!(result instanceof Promise)) return result
    const counted = count(name, result)
    if (!trace) return counted
    return trace({
      name: `chat vendor ${name}`,
      kind: spanKinds.client,
      attributes: { 'crm_chat.vendor': backend.name },
      run: () => counted,
      codeOf: (outcome) => ('error' in outcome ? toCode(outcome.error) : 'ok'),
    })
  }

  function count(call: string, result: Promise<unknown>): Promise<unknown> {
    return result.then(
      (value) => {
        metrics.vendorCall({ call, code: 'ok' })
        return value
      },
      (error: unknown) => {
        metrics.vendorCall({ call, code: toCode(error) })
        throw error
      },
    )
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
  observe: (name: string, result: unknown) => unknown
}): Part {
  const views = new WeakMap<object, unknown>()

  function viewOf(value: object, name: string): unknown {
    const known = views.get(value)
    if (known) return known
    const view =
      typeof value === 'function'
        ? (...parameters: unknown[]) => observe(name, (value as Call).apply(part, parameters))
        : createView({ part: value, path: `${name}.`, observe })
    views.set(value, view)
    return view
  }

  const target: object = {}
  return new Proxy(target, {
    has: (_, key) => Reflect.has(part, key),
    get: (_, key) => {
      const value: unknown = Reflect.get(part, key)
      const isPart =
        typeof value === 'function' || (typeof value === 'object' && value !== null && !Array.isArray(value))
      return isPart && typeof key === 'string' ? viewOf(value, path + key) : value
    },
  }) as Part // It has the same fields.
}

function toCode(error: unknown): OutcomeCode {
  return error instanceof OperationError ? error.code : 'internal'
}
