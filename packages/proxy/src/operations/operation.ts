import type { Capability } from '@crm-chat/protocol'
import type * as z from 'zod/mini'
import type { OperationCall, ProxyContext } from '../context.ts'
import { describeIssues } from '../describeIssues.ts'
import { OperationError } from '../errors.ts'
import type { Feature } from '../hooks.ts'
import type { ChatResponse } from '../http/exchange.ts'
import { readJson } from '../http/readJson.ts'
import { toJsonResponse } from '../http/respond.ts'

/**
 * Effect of the same request once more. `safe`: it reads. `same`: it leaves things as they are. `byKey`: with the CRM's own
 * id it is not carried out again. `never`: it would be done again, so nobody repeats it by itself.
 */
export type Repetition = 'safe' | 'same' | 'byKey' | 'never'

/** One operation of the contract, as data: a reviewer reads here who may do what. Its method and path are in the protocol. */
export interface OperationDefinition {
  /** `admin`: users with one of the roles that the option `adminRoles` names. */
  access: 'user' | 'admin'
  body: 'none' | 'json' | 'file'
  repetition: Repetition
  /** Name in the session's list of capabilities. */
  capability?: Capability
  /** Off unless the option `enable` names it. */
  feature?: Feature
  /** Limit of a user's requests within a minute. */
  perMinute?: 'windowsPerMinute' | 'messagesPerMinute' | 'filesPerMinute'
  /** Tells if the vendor and the options of the CRM provide what it needs. */
  isOffered: (context: ProxyContext) => boolean
  handle: (call: OperationCall) => ChatResponse | Promise<ChatResponse>
}

/** Parameters of {@link defineOperation}. */
export interface OperationParameters<Body, Result> extends Omit<OperationDefinition, 'handle' | 'body'> {
  /** Schema of the body; unknown fields are refused by it. Absent where there is none. */
  input?: z.ZodMiniType<Body>
  /** Schema of the response: what it does not name never reaches a browser. Absent for an empty response. */
  output?: z.ZodMiniType<Result>
  /** @default 200, or 204 for an empty response */
  status?: number
  run: (call: OperationCall & { body: Body }) => Promise<Result>
}

/** Describes an operation that takes and returns JSON. */
export function defineOperation<Body = undefined, Result = void>({
  input,
  output,
  status = output ? 200 : 204,
  run,
  ...definition
}: OperationParameters<Body, Result>): OperationDefinition {
  return {
    ...definition,
    body: input ? 'json' : 'none',
    handle: async (call) => {
      const { request, requestId, context } = call
      const body = input
        ? parseBody({ schema: input, body: await readJson({ request, maxBytes: context.limits.bodyBytes }) })
        : (undefined as Body) // Without a schema there is no body.
      const result = await run({ ...call, body })
      return toJsonResponse({ body: output ? project({ schema: output, result }) : undefined, requestId, status })
    },
  }
}

/** @throws {OperationError} `invalid_request`, naming the fields. */
function parseBody<Body>({ schema, body }: { schema: z.ZodMiniType<Body>; body: unknown }): Body {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  throw new OperationError({ code: 'invalid_request', message: `The body: ${describeIssues(result.error.issues)}.` })
}

/** Leaves out what the contract does not name. @throws {OperationError} `upstream_invalid` for what it does not allow. */
function project<Result>({ schema, result }: { schema: z.ZodMiniType<Result>; result: Result }): object {
  const projected = schema.safeParse(result)
  if (projected.success) return projected.data as object // All responses of the contract are objects.
  throw new OperationError({
    code: 'upstream_invalid',
    message: 'The vendor sent an unexpected response.',
    detail: describeIssues(projected.error.issues),
  })
}
