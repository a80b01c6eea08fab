import { wazzupTech } from '@crm-chat/vendors/endpoints'
import type { OlderRoute } from '../../server/routes/vendorApi.ts'

/** Routes of the tech API without a version in their path, which are still in the code of some clients. */
export const olderRoutes: OlderRoute[] = [
  { route: 'POST /accounts', successor: wazzupTech.createAccount },
  { route: 'GET /channels/list', successor: wazzupTech.fetchChannels },
  { route: 'POST /channels/:transport/:id/reinit', successor: wazzupTech.reinitChannel },
  { route: 'POST /iframe/generate-channels-link', successor: wazzupTech.createChannelsLink },
  { route: 'GET /settings', successor: wazzupTech.fetchSettings },
  { route: 'PATCH /settings', successor: wazzupTech.updateSettings },
]
