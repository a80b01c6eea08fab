import type { OperationResponses } from '@crm-chat/protocol'
import type { Operation } from '@crm-chat/protocol/wire/routes'
import { ChatError } from '../ChatError.ts'
import { isTestError, type TestError, toChatError } from './testError.ts'

/** One request that a client was asked to send. */
export interface TestCall {
  operation: Operation
  /** Path below the endpoint, e.g. `channels/7`. */
  path: string
  body?: unknown
}

/** Result of an operation: the body of a success, or a failure. */
export type TestAnswer<Body> = Body | TestError

/** Results that a test sets, by operation: a value, or a function of the request. */
export type TestAnswers = {
  [Name in keyof OperationResponses]?:
    | TestAnswer<OperationResponses[Name]>
    | ((call: TestCall) => TestAnswer<OperationResponses[Name]> | Promise<TestAnswer<OperationResponses[Name]>>)
    | undefined
} & {
  /** Operations whose response is empty. */
  [Name in Exclude<Operation, keyof OperationResponses>]?:
    | TestAnswer<null>
    | ((call: TestCall) => TestAnswer<null> | Promise<TestAnswer<null>>)
    | undefined
}

/** Parameters of {@link answer}. */
export interface AnswerParameters<Body> {
  /** Result that is set for the operation, if one is. */
  given: unknown
  call: TestCall
  parse: (data: unknown) => Body | undefined
  signal: AbortSignal
}

/** Responds to a request as a test has set it. @throws {ChatError} for a failure, and where nothing is set */
export async function answer<Body>({ given, call, parse, signal }: AnswerParameters<Body>): Promise<Body> {
  signal.throwIfAborted()
  if (given === undefined) throw missing(call)
  const result = await Promise.race([typeof given === 'function' ? given(call) : given, untilAborted(signal)])
  signal.throwIfAborted()
  if (isTestError(result)) throw toChatError(result)
  const body = parse(structuredClone(result))
  if (body !== undefined) return body
  throw new ChatError({ code: 'invalid_answer', message: `Not a response of "${call.operation}".`, retryable: false })
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
}

function missing({ operation }: TestCall): ChatError {
  const message = `The test has no answer for "${operation}": give createTestChat({ answers: { ${operation}: … } }).`
  return new ChatError({ code: 'not_supported', message, retryable: false })
}
