import type { SettingsResponse } from '../../api/settings.ts'
import type { CrmWebhooks } from '../chat/createCrmChat.ts'
import type { SessionStore } from '../sessions/sessions.ts'
import type { VendorSwitch } from './createVendorSwitch.ts'
import { receivesWebhooks } from './receivesWebhooks.ts'

/** Parameters of {@link readSettings}. */
export interface SettingsParameters {
  store: SessionStore
  vendorSwitch: VendorSwitch
  webhooks: CrmWebhooks | undefined
}

/** Reads the settings as all users see them. */
export async function readSettings({ store, vendorSwitch, webhooks }: SettingsParameters): Promise<SettingsResponse> {
  const { current, settings, choices } = vendorSwitch
  const isReceiving = await receivesWebhooks(store.database, { crmChat: current(), webhooks })
  return { settings: settings(), vendors: choices(), isReceiving }
}
