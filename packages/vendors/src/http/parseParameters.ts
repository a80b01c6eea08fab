import type * as z from 'zod'
import { InvalidParametersError } from '../errors.ts'

/** Checks parameters against the vendor's rules before anything is sent. @throws {InvalidParametersError} */
export function parseParameters<Output>(schema: z.ZodType<Output>, parameters: unknown): Output {
  const result = schema.safeParse(parameters)
  if (result.success) return result.data
  const problems = result.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`)
  throw new InvalidParametersError(problems.join('; '), { issues: result.error.issues })
}
