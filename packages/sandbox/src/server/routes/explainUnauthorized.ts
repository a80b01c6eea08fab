import type { Context } from 'hono'
import type { Refusal } from '../http/respondError.ts'

/** Header that authenticates the requests to an API. */
export interface KeyHeader {
  scheme: 'Basic' | 'Bearer'
  /** Content after the scheme, e.g. `<API key>`. */
  content: string
  /** Reason for refusing a header of the right form. */
  wrong: string
}

/** Creates the error for a request that opens no account: it has no key, one in another form, or a wrong one. */
export function explainUnauthorized({ scheme, content, wrong }: KeyHeader): (context: Context) => Refusal {
  const right = `it must be "${scheme} ${content}"`
  return ({ req }) => {
    const header = req.header('authorization')?.trim() ?? ''
    const [given = '', key] = header.split(/ +/)
    if (header === '') return unauthorized(`The Authorization header is missing: ${right}.`)
    if (key === undefined) return unauthorized(`The Authorization header has only one part: ${right}.`)
    const isRight = given.toLowerCase() === scheme.toLowerCase()
    return unauthorized(isRight ? wrong : `The Authorization header has the wrong scheme: ${right}.`)
  }
}

/** The error of Wazzup's APIs for a request that opens no account. */
export function unauthorized(description: string): Refusal {
  return { status: 401, code: 'UNAUTHORIZED', description }
}

/** Reason for refusing a key that no account has. */
export const unknownKey = 'No account of the sandbox has this API key. Use the one that the sandbox was started with.'
