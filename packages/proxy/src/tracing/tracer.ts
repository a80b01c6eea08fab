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

/** Kinds of spans, by OpenTelemetry's numbers. */
export const spanKinds = { server: 1, client: 2 } as const

const errorStatus = 2

/** Runs a task in a span. A tracer that throws harms nothing but its own span. */
export type Trace = <Result>(parameters: {
  name: string
  kind: number
  attributes: Record<string, string>
  run: () => Promise<Result>
  /** Code of an outcome, `ok` for a success. */
  codeOf: (outcome: { result: Result } | { error: unknown }) => string
}) => Promise<Result>

/** Makes a {@link Trace}. Spans hold names and codes: no address, no user, no text. */
export function createTrace(tracer: ChatTracer | undefined): Trace | undefined {
  if (!tracer) return undefined
  return async ({ name, kind, attributes, run, codeOf }) => {
    let running: ReturnType<typeof run> | undefined
    const runOnce = (): ReturnType<typeof run> => {
      running ??= run()
      return running
    }
    const trace = async (span: ChatSpan): Promise<Awaited<ReturnType<typeof run>>> => {
      try {
        const result = await runOnce()
        finish({ span, code: codeOf({ result }) })
        return result
      } catch (error) {
        finish({ span, code: codeOf({ error }) })
        throw error
      }
    }
    try {
      return await tracer.startActiveSpan(name, { kind, attributes }, trace)
    } catch {
      return runOnce() // The task's own failure, or that of a tracer that could not begin.
    }
  }
}

function finish({ span, code }: { span: ChatSpan; code: string }): void {
  try {
    span.setAttribute('crm_chat.code', code)
    if (code !== 'ok') span.setStatus({ code: errorStatus })
    span.end()
  } catch {
    // A span that is lost.
  }
}
