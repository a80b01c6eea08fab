import type { Context } from 'hono'
import { answerError } from '../server/http/answerError.ts'
import { InvalidOptionError } from '../store/errors.ts'

/** Answers 400 where the sandbox would throw that an option is wrong. */
export async function refuseOption(context: Context, act: () => Response | Promise<Response>): Promise<Response> {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof InvalidOptionError)) throw error
    return answerError(context, { status: 400, code: 'VALIDATION_ERROR', description: error.message })
  }
}
