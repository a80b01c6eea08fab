import { defaultBasePath } from '@crm-chat/protocol'
import * as z from 'zod'
import type { ChatProxyOptions } from './createChatProxy.ts'
import { describeIssues } from './describeIssues.ts'
import { InvalidOptionsError } from './errors.ts'
import { defaultLimits } from './limits.ts'

const hook = z.custom((value) => typeof value === 'function', 'must be a function')
const origin = z
  .string()
  .refine(
    (text) => /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text,
    'must be an exact origin, e.g. https://crm.example.com',
  )
const basePath = z.string().regex(/^(\/[\w.~-]+)+$/)

const limits = z.strictObject(
  Object.fromEntries(Object.keys(defaultLimits).map((name) => [name, z.number().positive().optional()])),
)

const optionsSchema = z.object({
  backend: z.object({ name: z.string(), createWindow: hook, watchUnanswered: hook, isWindowUrl: hook, redact: hook }),
  identify: hook,
  authorizeChats: hook.optional(),
  basePath: basePath.default(defaultBasePath),
  allowedOrigins: z.array(origin).default([]),
  limits: limits.optional(),
})

/** Checks what a CRM written in JavaScript may get wrong. @throws {InvalidOptionsError} naming the option. */
export function parseOptions(options: ChatProxyOptions): { basePath: string; allowedOrigins: string[] } {
  const result = optionsSchema.safeParse(options)
  if (result.success) return result.data
  throw new InvalidOptionsError(`createChatProxy cannot work with its options: ${describeIssues(result.error.issues)}.`)
}
