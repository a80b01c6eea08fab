import type { EntityEvent } from '@crm-chat/react'

type Entity = Extract<EntityEvent, { type: 'open' }>['entity']

/** The page of a deal that the vendor's page asked to open: its link if that leads to the CRM, or else by its id. */
export function toOwnPath({ id, link }: Entity): string | null {
  const url = link && URL.canParse(link) ? new URL(link) : null
  if (url?.origin === location.origin) return url.pathname + url.search
  return id ? `/deals/${encodeURIComponent(id)}` : null
}
