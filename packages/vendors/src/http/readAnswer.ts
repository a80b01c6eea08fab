import { InvalidAnswerError } from '../errors.ts'
import type { Http } from './createHttp.ts'
import { parseJson } from './parseJson.ts'
import { describeRequest, isHarmless, type RequestParameters } from './requestParameters.ts'
import { toVendorError } from './toVendorError.ts'

/** Reads a response, and checks that it has the expected shape. @throws {VendorError} for any other response. */
export async function readAnswer<Answer>({
  response,
  http,
  request,
}: {
  response: Response
  http: Http
  request: RequestParameters<Answer>
}): Promise<Answer> {
  const what = describeRequest(request)
  const { status, headers } = response
  const capped = capResponse({ response, what, maxBytes: http.maxAnswerBytes })
  if (!response.ok) {
    const text = await capped.text()
    const { redact, clock } = http
    throw toVendorError({ what, status, headers, text, harmless: isHarmless(request), redact, now: clock.now() })
  }
  const answer = request.answer.safeParse(await (request.read ?? readJson)(capped))
  if (answer.success) return answer.data
  const where = answer.error.issues.map((issue) => issue.path.join('.') || '(body)').join(', ')
  throw new InvalidAnswerError(
    http.redact.text(`${what} returned ${status} in an unknown shape; invalid: ${where.slice(0, 500)}.`),
  )
}

/** Returns `undefined` for an empty body, and text for one that is not JSON. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
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
