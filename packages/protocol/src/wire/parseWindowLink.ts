import type { Reachability, WindowLink } from '../window.ts'
import { isTime } from './isTime.ts'

/** Reads the response of `POST /window`, as {@link windowLinkSchema} does; undefined for anything else. */
export function parseWindowLink(data: unknown): WindowLink | undefined {
  const { url, origin, expiresAt, reachable, look } = Object(data)
  const link = { url: toAddress(url), origin: toAddress(origin) }
  if (!isLink(link) || (expiresAt !== null && !isTime(expiresAt)) || !isOptionalText(look)) return
  const timed = { ...link, expiresAt, ...(look !== undefined && { look }) }
  if (reachable === undefined) return timed
  const { ok, reason } = Object(reachable)
  if (typeof ok !== 'boolean' || !isOptionalText(reason)) return
  return { ...timed, reachable: { ok, ...(reason !== undefined && { reason }) } satisfies Reachability }
}

function isLink(link: Record<'url' | 'origin', string | undefined>): link is Pick<WindowLink, 'url' | 'origin'> {
  return link.url !== undefined && link.origin !== undefined
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string'
}

/** Returns the address of a web page as a browser reads it: without white space around it, and without line ends. */
function toAddress(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : ''
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text.replace(/[\t\n\r]/g, '') : undefined
}

/** In browsers and in Node.js; this package has the types of neither. */
declare const URL: { canParse: (text: string) => boolean }
