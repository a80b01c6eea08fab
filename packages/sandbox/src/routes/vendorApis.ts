import { wazzupTechApi } from '../wazzup-tech/wazzupTechApi.ts'
import { wazzupV2Api } from '../wazzup-v2/wazzupV2Api.ts'
import { wazzupV3CounterHost } from '../wazzup-v3/counterHost.ts'
import { wazzupV3Api } from '../wazzup-v3/wazzupV3Api.ts'
import { whatomateApi } from '../whatomate/whatomateApi.ts'
import type { VendorApi } from './vendorApi.ts'

/** Every vendor's API that the sandbox answers for. */
export const vendorApis: VendorApi[] = [wazzupV2Api, wazzupV3Api, wazzupV3CounterHost, wazzupTechApi, whatomateApi]
