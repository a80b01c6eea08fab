import { errorStatuses } from '@crm-chat/protocol'
import type { OutcomeCode } from '../metrics/createMetrics.ts'

/** A span of OpenTelemetry, as far as it is used here. */
export interface ChatSpan {
  setAttribute: (name: string, value: string) => unknown
  setStatus: (status: { code: number }) => unknown
  end: () => void
}

/** A tracer of OpenTelemetry: whatever `trace.getTracer(name)` of `@opentelemetry/api` returns. */
export interface ChatTracer {
  startActiveSpan: <Result>(
    name: string,
    options: { kind: number; attributes: Record<string, string> },
    run: (span: ChatSpan) => Result,
  ) => Result
}

/**
 * Kinds of spans, by OpenTelemetry's numbers. An operation is internal: where the CRM traces its HTTP server, the request has a
 * span of the kind `server` already, and must not be counted twice.
 */
export const spanKinds = { internal: 0, client: 2 } as const

const errorStatus = 2

/** Runs a task in a span. A tracer that throws harms nothing but its own span. */
export type Trace = <Result>(parameters: {
  name: string
  kind: number
  attributes: Record<string, string>
  run: () => Promise<Result>
  /** Code of a failure. */
  codeOf: (error: unknown) => OutcomeCode
}) => Promise<Result>

/** Makes a {@link Trace}. Spans hold names, codes and ids of requests: no address, no user, no text. */
export function createTrace(tracer: ChatTracer | undefined): Trace | undefined {
  if (!tracer) return undefined
  return ({ name, kind, attributes, run, codeOf }) => {
    let running: ReturnType<typeof run> | undefined
    const runOnce = (): ReturnType<typeof run> => {
      running ??= run()
      return running
    }
    const runInSpan = (span: ChatSpan): void => {
      runOnce().then(
        () => finish({ span, kind, code: 'ok' }),
        (error: unknown) => finish({ span, kind, code: codeOf(error) }),
      )
    }
    try {
      tracer.startActiveSpan(name, { kind, attributes }, runInSpan)
    } catch {
      // The task runs without its span.
    }
    return runOnce()
  }
}

function finish({ span, kind, code }: { span: ChatSpan; kind: number; code: OutcomeCode }): void {
  try {
    span.setAttribute('crm_chat.code', code)
    if (isFault({ kind, code })) {
      span.setAttribute('error.type', code)
      span.setStatus({ code: errorStatus })
    }
    span.end()
  } catch {
    // A span that is lost.
  }
}

/** A request that was refused is no fault of this server; a call to the vendor that was refused is one. */
function isFault({ kind, code }: { kind: number; code: OutcomeCode }): boolean {
  if (code === 'ok' || code === 'cancelled') return false
  return kind === spanKinds.client || errorStatuses[code] >= 500
}
