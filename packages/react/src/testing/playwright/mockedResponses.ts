import type { LiveEvent } from '@crm-chat/core'
import { type TestError, type TestUnanswered, toChatError, toUnansweredState } from '@crm-chat/core/testing'
import type { Unanswered } from '@crm-chat/protocol'
import { errorStatuses, isErrorCode } from '@crm-chat/protocol/wire/errorCodes'
import type { Route } from '@playwright/test'

/** Returns the number as the proxy sends it. */
export function toValue({ unanswered, seq }: { unanswered: TestUnanswered; seq: number }): Unanswered {
  const state = toUnansweredState(unanswered)
  if ('count' in state) return { ...state, epoch: 1, seq }
  return { status: 'unknown', count: null, tone: null, at: null, epoch: 1, seq }
}

/** Returns a live event as the proxy writes it. */
export function toText({ name, data }: LiveEvent): string {
  return `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`
}

/** Parameters of {@link fulfil}. */
export interface FulfilParameters {
  route: Route
  body: string
  /** @default 200 */
  status?: number
  /** @default 'application/json' */
  contentType?: string
}

/** Responds to a page of any origin. */
export function fulfil({
  route,
  body,
  status = 200,
  contentType = 'application/json',
}: FulfilParameters): Promise<void> {
  return route.fulfill({ status, contentType, body, headers: { 'access-control-allow-origin': '*' } })
}

/** Responds as the proxy, or not at all for a failure that only a page can find. */
export function fail(route: Route, error: TestError): Promise<void> {
  const { code, message, retryable, retryAfterMs, requestId = 'test' } = toChatError(error)
  if (!isErrorCode(code)) return route.abort()
  const body = JSON.stringify({ error: { code, message, requestId, retryable, retryAfterMs } })
  return fulfil({ route, status: errorStatuses[code], body })
}
