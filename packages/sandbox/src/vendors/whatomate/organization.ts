import type { Store } from '../../store/store.ts'
import { firstDay } from './users.ts'

/** An organization of the server: each account of the sandbox is one. */
export interface Organization {
  organizationId: string
  name: string
  slug: string
  createdAt: number
}

/** The organization of an account. */
export function getOrganization({ ids }: Pick<Store, 'ids'>): Organization {
  return { organizationId: ids.named('organization', 'own'), name: 'Sandbox', slug: 'sandbox', createdAt: firstDay }
}
