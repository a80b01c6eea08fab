import * as z from 'zod'
import { type Transport, transports } from '../../../store/transports.ts'

const transportNames = Object.keys(transports) as [Transport, ...Transport[]]
const plainId = z.string().trim().min(1).max(200)
const password = z.string().min(1).max(256)

/** Input of the window that connects a channel. */
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
/** Input of the window that connects a channel, parsed. */
export type ConnectForm = z.output<typeof connectFormSchema>

/** Problems with a step, in words for the person taking it. */
export const connectProblems = {
  incomplete: 'Fill in what is asked for.',
  number: 'Write the number with its country code, 9 to 16 digits.',
  QR_EXPIRED: 'The code was too old. Here is a new one: try again.',
  WRONG_PASSWORD: 'This is not the second factor of this account. Try again.',
  NO_PASSWORD_ASKED: 'The messenger does not ask for a second factor any more.',
  CHANNEL_NOT_FOUND: 'The channel is gone, or was connected meanwhile.',
  WRONG_TRANSPORT: 'This messenger knows no such way.',
} as const
/** Something wrong with a step. */
export type ConnectProblem = keyof typeof connectProblems

/** The words for what an address says was wrong; nothing for what is no problem. */
export function describeProblem(name: string | undefined): string | undefined {
  if (name === undefined || !Object.hasOwn(connectProblems, name)) return undefined
  return connectProblems[name as ConnectProblem] // It is one of its own keys.
}
