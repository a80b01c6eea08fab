import { describeError } from '../describeError.ts'
import type { ProxyLogger } from '../logger.ts'
import type { ChatTracer } from './tracer.ts'

/** A bundler must not look for an optional package. */
const packageName = '@opentelemetry/api'

/** The part of that package that is used here. */
interface TracingApi {
  trace: { getTracer: (name: string) => ChatTracer }
}

/**
 * Returns the tracer of the options; for `true`, one that uses the package `@opentelemetry/api` as soon as it is loaded. What runs
 * before that, or without the package, has no spans.
 */
export function loadTracer({
  tracing,
  logger,
  load = () => import(/* @vite-ignore */ /* webpackIgnore: true */ packageName),
}: {
  tracing: boolean | ChatTracer | undefined
  logger: Pick<ProxyLogger, 'warn'>
  load?: () => Promise<TracingApi>
}): ChatTracer | undefined {
  if (!tracing) return undefined
  if (tracing !== true) return tracing
  let loaded: ChatTracer | undefined
  load()
    .then(({ trace }) => {
      loaded = trace.getTracer('@crm-chat/proxy')
    })
    .catch((error: unknown) => {
      logger.warn({ reason: describeError(error) }, 'tracing is on, and @opentelemetry/api could not be loaded')
    })
  return {
    startActiveSpan: (name, options, run) =>
      loaded ? loaded.startActiveSpan(name, options, run) : run({ setAttribute: none, setStatus: none, end: none }),
  }
}

const none = (): void => {}
