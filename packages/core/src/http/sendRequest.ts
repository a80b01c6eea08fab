import { createWatchdog } from '../createWatchdog.ts'
import { failToExplain } from '../lightErrors.ts'
import { parseJson } from '../parseJson.ts'
import type { ChatHttp } from './chatHttp.ts'
import { fetchOperation } from './fetchOperation.ts'
import type { OperationRequest } from './operationRequest.ts'

/** A request with a response in JSON. */
export interface JsonRequest<Body> extends OperationRequest {
  /** Reads the response; undefined for one that is not the proxy's. */
  parse: (data: unknown) => Body | undefined
  /** Called with each response, for its headers. */
  onResponse?: ((response: Response) => void) | undefined
}

/**
 * Sends one request and parses the JSON of its response.
 * @throws {ChatError} an aborted `signal` rejects with its own reason.
 */
export async function sendRequest<Body>(http: ChatHttp, request: JsonRequest<Body>): Promise<Body> {
  const watchdog = createWatchdog(http)
  watchdog.restart(toTimeout(http, request))
  const deadline = watchdog.signal
  const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
  let response: Response | undefined
  let cause: unknown
  try {
    const { onUpload } = request
    response = await fetchOperation(http, {
      ...request,
      signal,
      ...(onUpload && {
        onUpload: (part: number) => {
          watchdog.restart(http.timeoutMs) // A large file takes its time.
          onUpload(part)
        },
      }),
    })
    request.onResponse?.(response)
    const body = request.parse(parseJson(await response.text()))
    if (body !== undefined) return body
  } catch (error) {
    request.signal?.throwIfAborted()
    cause = error
  } finally {
    watchdog.stop()
  }
  const { failures } = await import('./failures.ts').catch(failToExplain)
  throw await failures.toRequestError({ http, request, response, cause, deadline, signal })
}

/** Deadline of a file whose progress nobody sees. */
const fileTimeoutMs = 5 * 60_000

function toTimeout({ timeoutMs, hasOwnFetch }: ChatHttp, { body, onUpload }: OperationRequest): number {
  const hasProgress = onUpload !== undefined && !hasOwnFetch
  return body instanceof Blob && !hasProgress ? Math.max(timeoutMs, fileTimeoutMs) : timeoutMs
}
