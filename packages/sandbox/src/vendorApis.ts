import type { VendorApi } from './server/routes/vendorApi.ts'
import { wazzupTechApi } from './vendors/wazzup-tech/wazzupTechApi.ts'
import { wazzupV2Api } from './vendors/wazzup-v2/wazzupV2Api.ts'
import { wazzupV3CounterHost } from './vendors/wazzup-v3/counterHost.ts'
import { wazzupV3Api } from './vendors/wazzup-v3/wazzupV3Api.ts'
import { whatomateApi } from './vendors/whatomate/whatomateApi.ts'

/** Every vendor's API that the sandbox answers for. */
export const vendorApis: VendorApi[] = [wazzupV2Api, wazzupV3Api, wazzupV3CounterHost, wazzupTechApi, whatomateApi]
