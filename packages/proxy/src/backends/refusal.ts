import type { ErrorCode } from '@crm-chat/protocol'

/** A vendor's refusal in the contract's words: a code, and a sentence that a person understands. */
export interface Refusal {
  code: ErrorCode
  message: string
}

/** Finds the {@link Refusal} for an error of a vendor's client; undefined for one that is not known. */
export type FindRefusal = (error: unknown) => Refusal | undefined

/** Codes of a vendor, each with its refusal. */
export type Refusals<Code extends string = string> = Readonly<Record<Code, Refusal>>

/** Makes a {@link FindRefusal} for a vendor that has codes. Wazzup's pages spell them with `MESSAGE_` and `MESSAGES_`. */
export function findByCode(refusals: Refusals): FindRefusal {
  const spelt = new Map(Object.entries(refusals).map(([code, refusal]) => [toCommonSpelling(code), refusal]))
  return (error) =>
    error instanceof Error && 'code' in error ? spelt.get(toCommonSpelling(String(error.code))) : undefined
}

/** Brings a code of Wazzup into the spelling that all its pages share. */
export function toCommonSpelling(code: string): string {
  return code.toUpperCase().replace(/^MESSAGES_/, 'MESSAGE_')
}
