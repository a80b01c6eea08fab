import { getAccountSettings } from '../../store/entities/accountSettings.ts'
import type { Store } from '../../store/store.ts'
import { type Obstacle, toObstacle } from './obstacle.ts'

/** Refuses messages of an account that was removed from the integration. */
export async function findAccountObstacle(store: Store): Promise<Obstacle | undefined> {
  const { integration } = await getAccountSettings(store)
  if (integration === 'connected') return undefined
  return toObstacle('ACCOUNT_NOT_FOUND', 'Account not found in integration: it has been removed.')
}
