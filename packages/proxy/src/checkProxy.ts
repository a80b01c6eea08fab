import type { ProxyContext } from './context.ts'
import { describeError } from './describeError.ts'
import { OperationError } from './errors.ts'

/** Asks the vendor for something harmless, where the backend can. @throws {OperationError} */
export async function checkProxy({ backend }: ProxyContext): Promise<void> {
  try {
    await backend.check?.()
  } catch (error) {
    if (error instanceof OperationError) throw error
    throw new OperationError({ code: 'internal', message: 'The check failed.', detail: describeError(error) })
  }
}
