import * as z from 'zod'
import { type Transport, transports } from '../../../store/transports.ts'

const transportNames = Object.keys(transports) as [Transport, ...Transport[]]
const plainId = z.string().trim().min(1).max(200)
const password = z.string().min(1).max(256)

/** Input of the page that connects a channel. */
export const connectFormSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('create'), transport: z.enum(transportNames) }),
  z.object({
    step: z.literal('connect'),
    plainId,
    password: z.preprocess((given) => (given === '' ? undefined : given), password.optional()),
  }),
  z.object({ step: z.literal('pair'), plainId }),
  z.object({ step: z.literal('enterCode') }),
  z.object({ step: z.literal('password'), password }),
  z.object({ step: z.literal('reinit') }),
])
/** Input of the page that connects a channel, after validation. */
export type ConnectForm = z.output<typeof connectFormSchema>

/** Problems with a step, for the person on the page. */
export const connectProblems = {
  incomplete: 'Fill in all fields.',
  number: 'Write the number with its country code, 9 to 16 digits.',
  QR_EXPIRED: 'The code has expired. Try again with the new one.',
  WRONG_PASSWORD: 'The second factor is wrong. Try again.',
  NO_PASSWORD_ASKED: 'The messenger no longer asks for a second factor.',
  CHANNEL_NOT_FOUND: 'The channel was deleted, or connected meanwhile.',
  WRONG_TRANSPORT: 'This messenger does not support this way to connect.',
} as const
/** A problem with a step. */
export type ConnectProblem = keyof typeof connectProblems

/** The text for the problem in a page's address. @returns nothing for an unknown name */
export function describeProblem(name: string | undefined): string | undefined {
  if (name === undefined || !Object.hasOwn(connectProblems, name)) return undefined
  return connectProblems[name as ConnectProblem] // It is a key of the object.
}
