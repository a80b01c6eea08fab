import type { KeyOption } from '@crm-chat/vendors/redactor'
import { OperationError } from '../../errors.ts'

/** A file of a message, by the contact whose conversation it is in. */
export interface MediaPlace {
  contactId: string
  messageId: string
}

/** Ids of files, which the backend signs: nobody can ask for a file of a conversation that was not opened to them. */
export interface MediaIds {
  sign: (place: MediaPlace) => Promise<string>
  /** @throws {OperationError} `not_found` for an id that was not signed here. */
  read: (mediaId: string) => Promise<MediaPlace>
}

/** Makes {@link MediaIds}. They are good in every process with the same key, and for a while after the key has changed. */
export function createMediaIds({ key, secrets }: { key: KeyOption; secrets: () => string[] }): MediaIds {
  const toKey = async (): Promise<string> => (typeof key === 'function' ? key() : key)
  return {
    async sign(place) {
      const signature = await crypto.subtle.sign('HMAC', await importKey(await toKey()), toBytes(place))
      return `${place.contactId}.${place.messageId}.${toText(signature)}`
    },
    async read(mediaId) {
      const [contactId = '', messageId = '', signature = '', ...rest] = mediaId.split('.')
      const bytes = rest.length === 0 ? fromText(signature) : undefined
      const place = { contactId, messageId }
      if (bytes) {
        for (const secret of new Set([...secrets(), await toKey()])) {
          if (await crypto.subtle.verify('HMAC', await importKey(secret), bytes, toBytes(place))) return place
        }
      }
      throw new OperationError({ code: 'not_found', message: 'There is no such file.' })
    },
  }
}

function importKey(secret: string): ReturnType<typeof crypto.subtle.importKey> {
  const bytes = new TextEncoder().encode(`crm-chat media ${secret}`)
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function toBytes({ contactId, messageId }: MediaPlace): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`${contactId}.${messageId}`)
}

function toText(signature: ArrayBuffer): string {
  const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)))
  return base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromText(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{43}$/.test(text)) return undefined
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
}
