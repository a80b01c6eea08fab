import * as z from 'zod'

/** Query of a list. No document shows a page of this API; an offset is taken as in API v3. */
export const listQuerySchema = z.strictObject({ offset: z.coerce.number().int().nonnegative().optional() })
