import { createHmac, timingSafeEqual } from 'node:crypto'
import type * as z from 'zod'
import { parseJson } from './parseJson.ts'

/** Signs whatever the processes leave in Redis, and hides what it belongs to. */
export interface Seal {
  /** Returns the key of something in Redis. It says nothing about users, chats and phone numbers. */
  keyOf: (kind: string, name: string) => string
  /** Signs a text for one place: it is worth nothing at another one. */
  seal: (place: string, text: string) => string
  /** Returns the text; undefined where it was not sealed with this secret for this place. */
  unseal: (place: string, sealed: string) => string | undefined
  /** Returns the JSON of a key; undefined where there is none, it was not sealed for this key, or has another form. */
  read: <Value>(parameters: {
    key: string
    sealed: string | null | undefined
    schema: z.ZodType<Value>
  }) => Value | undefined
}

/** Length of a signature: 256 bits as base64url. */
const macLength = 43

/** Makes a {@link Seal}. */
export function createSeal({ secret, prefix }: { secret: string; prefix: string }): Seal {
  const mac = (text: string): string =>
    createHmac('sha256', secret).update('crm-chat redis\n').update(text).digest('base64url')
  const sign = (place: string, text: string): string => mac(`${place}\n${text}`)

  function unseal(place: string, sealed: string): string | undefined {
    const text = sealed.slice(macLength)
    const given = Buffer.from(sealed.slice(0, macLength))
    const expected = Buffer.from(sign(place, text))
    return given.length === expected.length && timingSafeEqual(given, expected) ? text : undefined
  }

  return {
    keyOf: (kind, name) => `${prefix}:${kind}:${mac(`key ${kind}\n${name}`).slice(0, 32)}`,
    seal: (place, text) => `${sign(place, text)}${text}`,
    unseal,
    read: ({ key, sealed, schema }) => {
      const text = typeof sealed === 'string' ? unseal(key, sealed) : undefined
      return text === undefined ? undefined : parseJson({ text, schema })
    },
  }
}
