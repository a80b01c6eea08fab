import type { Reachability, WindowLink } from '../window.ts'
import { isTime } from './isTime.ts'
import { toAddress } from './toAddress.ts'

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
