import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type * as z from 'zod'
import { parseJson } from './parseJson.ts'

/** Encrypts whatever the processes leave in Redis, and hides what it belongs to. */
export interface Seal {
  /** Returns the key of something in Redis. It says nothing about users, chats and phone numbers. */
  keyOf: (kind: string, name: string) => string
  /** Signs a text for one place, always alike, in place of the text. */
  sign: (place: string, text: string) => string
  /** Encrypts a text for one place: it is worth nothing at another one. */
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

const cipher = 'aes-256-gcm'

/** Bytes before what is encrypted. The salt gives each text a key of its own, so that no key meets the same nonce twice. */
const [saltLength, nonceLength, tagLength] = [16, 12, 16]
const headLength = saltLength + nonceLength + tagLength

/** Makes a {@link Seal}: HMAC-SHA256 and AES-256-GCM, each with a key of its own made of the secret. */
export function createSeal({ secret, prefix }: { secret: string; prefix: string }): Seal {
  const toKey = (use: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', `crm-chat redis ${use}`, 32))
  const [signing, encryption] = [toKey('signing'), toKey('encryption')]
  const mac = (text: string): string => createHmac('sha256', signing).update(text).digest('base64url')
  const keyOfSalt = (salt: Uint8Array): Buffer => createHmac('sha256', encryption).update(salt).digest()

  function seal(place: string, text: string): string {
    const [salt, nonce] = [randomBytes(saltLength), randomBytes(nonceLength)]
    const encrypt = createCipheriv(cipher, keyOfSalt(salt), nonce, { authTagLength: tagLength })
    const body = encrypt.setAAD(Buffer.from(place)).update(text, 'utf8')
    encrypt.final()
    return Buffer.concat([salt, nonce, encrypt.getAuthTag(), body]).toString('base64url')
  }

  function unseal(place: string, sealed: string): string | undefined {
    const bytes = Buffer.from(sealed, 'base64url')
    if (bytes.length < headLength || bytes.toString('base64url') !== sealed) return undefined
    const [salt, nonce] = [bytes.subarray(0, saltLength), bytes.subarray(saltLength, saltLength + nonceLength)]
    const decrypt = createDecipheriv(cipher, keyOfSalt(salt), nonce, { authTagLength: tagLength })
    decrypt.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(headLength - tagLength, headLength))
    const text = decrypt.update(bytes.subarray(headLength))
    try {
      decrypt.final()
    } catch {
      return undefined // Not sealed with this secret, or for another place.
    }
    return text.toString('utf8')
  }

  return {
    keyOf: (kind, name) => `${prefix}:${kind}:${mac(`key ${kind}\n${name}`).slice(0, 32)}`,
    sign: (place, text) => mac(`text ${place}\n${text}`),
    seal,
    unseal,
    read: ({ key, sealed, schema }) => {
      const text = typeof sealed === 'string' ? unseal(key, sealed) : undefined
      return text === undefined ? undefined : parseJson({ text, schema })
    },
  }
}
