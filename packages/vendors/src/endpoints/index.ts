export {
  defineEndpoint,
  type Endpoint,
  type EndpointResponse,
  type EndpointSource,
  type Method,
} from '../http/endpoint.ts'
export type { Vendor } from '../vendor.ts'
export { endpoints as wazzupTech } from '../wazzup-tech/endpoints.ts'
export { endpoints as wazzupV2 } from '../wazzup-v2/endpoints.ts'
export { endpoints as wazzupV3 } from '../wazzup-v3/endpoints.ts'
export { appEndpoints as whatomateApp } from '../whatomate/app/endpoints.ts'
export { endpoints as whatomate } from '../whatomate/endpoints.ts'
