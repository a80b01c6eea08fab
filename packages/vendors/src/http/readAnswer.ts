import { InvalidAnswerError } from '../errors.ts'
import type { Http } from './createHttp.ts'
import { parseJson } from './parseJson.ts'
import { describeRequest, isHarmless, type RequestParameters } from './requestParameters.ts'
import type { ReceivedText } from './sendText.ts'
import { toVendorError } from './toVendorError.ts'

interface Reading<Answer> {
  http: Http
  request: RequestParameters<Answer>
}

/** Reads a response, and checks that it has the expected shape. @throws {VendorError} for any other response. */
export function readText<Answer>({ response, http, request }: Reading<Answer> & { response: ReceivedText }): Answer {
  const { status, header, text } = response
  if (status >= 200 && status < 300) return check({ http, request, status, value: readJson(text) })
  const { redact, clock } = http
  const what = describeRequest(request)
  throw toVendorError({ what, status, header, text, harmless: isHarmless(request), redact, now: clock.now() })
}

/** Reads a response of `fetch`. @throws {VendorError} unless it has the expected shape. */
export async function readAnswer<Answer>({
  response,
  http,
  request,
}: Reading<Answer> & { response: Response }): Promise<Answer> {
  const { status, headers } = response
  const capped = capResponse({ response, what: describeRequest(request), maxBytes: http.maxAnswerBytes })
  if (request.read && response.ok) {
    return check({ http, request, status, value: await request.read(capped) })
  }
  const text = await capped.text()
  return readText({ response: { status, header: (name) => headers.get(name), text }, http, request })
}

function check<Answer>({ http, request, status, value }: Reading<Answer> & { status: number; value: unknown }): Answer {
  const answer = request.answer.safeParse(value)
  if (answer.success) return answer.data
  const where = answer.error.issues.map((issue) => issue.path.join('.') || '(body)').join(', ')
  const what = describeRequest(request)
  throw new InvalidAnswerError(
    http.redact.text(`${what} returned ${status} in an unknown shape; invalid: ${where.slice(0, 500)}.`),
  )
}

/** Returns `undefined` for an empty body, and text for one that is not JSON. */
function readJson(text: string): unknown {
  return text.trim() === '' ? undefined : (parseJson(text) ?? text)
}

/** The same response, whose reading fails beyond `maxBytes`: its Content-Length is not trusted. */
function capResponse({ response, what, maxBytes }: { response: Response; what: string; maxBytes: number }): Response {
  if (!response.body) return response
  let size = 0
  const count = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (chunk, controller) => {
      size += chunk.byteLength
      if (size > maxBytes) throw new InvalidAnswerError(`${what} returned more than ${maxBytes} bytes.`)
      controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(count), response)
}
