import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import type { Clock } from '../../store/clock/createClock.ts'
import type { Refusal } from '../http/respondError.ts'
import type { HttpFault } from './fault.ts'

/** Parameters of {@link applyHttpFault}. */
export interface ApplyHttpFaultParameters {
  fault: HttpFault
  context: Context
  clock: Clock
  /** Handles the request. */
  act: () => Promise<Response>
  refuse: (refusal: Refusal) => Response
}

/** Responds to a request as a fault demands: wrongly, late or not at all. */
export async function applyHttpFault(parameters: ApplyHttpFaultParameters): Promise<Response> {
  const { fault, context, clock, act, refuse } = parameters
  switch (fault.kind) {
    case 'status':
      return refuse({ code: 'SANDBOX_FAULT', description: 'A fault rule of the sandbox applies.', ...toRefusal(fault) })
    case 'delay':
      await wait(clock, fault.ms)
      return act()
    case 'reset':
      if (fault.acted) await act()
      return cut(context)
    case 'truncate':
      return truncate({ context, response: await act() })
    case 'notJson':
      await act()
      return context.html('<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>', toStatus(fault.status))
    case 'drip':
      return drip({ response: await act(), clock, ...fault })
    case 'hang':
      await act()
      return RESPONSE_ALREADY_SENT // Nothing is ever sent.
  }
}

function toRefusal({
  status,
  code,
  description,
}: HttpFault & { kind: 'status' }): Partial<Refusal> & { status: Refusal['status'] } {
  return {
    status: toStatus(status),
    ...(code === undefined ? {} : { code }),
    ...(description === undefined ? {} : { description }),
  }
}

/** Rules can only name statuses that may have a body, which is what Hono's type lists. */
function toStatus(status: number): Refusal['status'] {
  return status as Refusal['status']
}

/** Waits by the account's clock. */
function wait(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.schedule(clock.now() + ms, resolve))
}

/** Resets the connection. */
export function cut(context: Context<{ Bindings: HttpBindings }>): Response {
  context.env.outgoing.socket?.resetAndDestroy()
  return RESPONSE_ALREADY_SENT
}

async function truncate({
  context,
  response,
}: {
  context: Context<{ Bindings: HttpBindings }>
  response: Response
}): Promise<Response> {
  const { outgoing } = context.env
  const bytes = Buffer.from(await response.arrayBuffer())
  if (outgoing.destroyed) return RESPONSE_ALREADY_SENT
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'content-length': bytes.length + 1 })
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2))
  await new Promise<void>((resolve) => {
    outgoing.once('close', resolve) // `write` never calls back once the client has disconnected.
    outgoing.write(half.length > 0 ? half : ' ', () => resolve())
  })
  outgoing.destroy()
  return RESPONSE_ALREADY_SENT
}

async function drip({
  response,
  clock,
  bytes,
  everyMs,
}: {
  response: Response
  clock: Clock
  bytes: number
  everyMs: number
}): Promise<Response> {
  const whole = new Uint8Array(await response.arrayBuffer())
  let position = 0
  let cancelWait = (): void => {}
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (position > 0) {
        await new Promise<void>((resolve) => {
          cancelWait = clock.schedule(clock.now() + everyMs, resolve)
        })
      }
      if (position >= whole.length) return controller.close()
      controller.enqueue(whole.subarray(position, position + bytes))
      position += bytes
    },
    cancel: () => cancelWait(), // The client has disconnected.
  })
  return new Response(stream, { status: response.status, headers: response.headers })
}
