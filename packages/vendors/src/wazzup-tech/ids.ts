import * as z from 'zod'
import { beginsWithTrunk8, trunk8Problem } from '../trunk8.ts'

/** An id the vendor gave: a UUID by the documents, whose own samples are too short to be one. It becomes part of a path. */
export const vendorIdSchema = z.string().regex(/^[\w-]{1,100}$/, 'an id holds letters, digits, - and _ only')

/** The CRM's own id of a user: up to 64 characters. */
export const userIdSchema = z.union([z.string().min(1).max(64), z.int().transform(String)])

/** The CRM's own id of a contact or deal: up to 100 characters. The documents call a deal's a number and show strings. */
export const entityIdSchema = z.union([z.string().min(1).max(100), z.int().transform(String)])

/** A phone number in international form: digits only, no `+`. */
export const phoneSchema = z
  .string()
  .regex(/^\d{8,15}$/, 'a phone number is 8 to 15 digits, digits only, no +')
  .refine((phone) => !beginsWithTrunk8(phone), trunk8Problem)

/** An id in a response: text, or a number in some of the vendor's samples. */
export const answeredIdSchema = z.union([z.string().min(1), z.number().transform(String)])
