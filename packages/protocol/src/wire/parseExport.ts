import type { Export } from '../exports.ts'
import { isTime } from './isTime.ts'
import { natural } from './natural.ts'
import { fields, optional, type Read, text, toGuard } from './read.ts'
import { toAddress } from './toAddress.ts'

const fraction: Read<number> = (value) => {
  if (typeof value === 'number' && value >= 0 && value <= 1) return value
  throw new TypeError('It is no fraction.')
}

const link: Read<string> = (value) => text(toAddress(value))

const time: Read<string> = (value) => text(isTime(value) ? value : undefined)

/** Reads the response of `POST /exports` and `GET /exports/:exportId`, as {@link exportSchema} does; undefined for anything else. */
export const parseExport: (data: unknown) => Export | undefined = toGuard(
  fields<Export>({
    id: text,
    state: text,
    reason: optional(text),
    progress: optional(fraction),
    url: optional(link),
    size: optional(natural),
    expiresAt: optional(time),
  }),
)
