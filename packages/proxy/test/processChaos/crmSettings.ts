/** Settings of a process of the CRM, in the variable `CRM_SETTINGS`. */
export interface CrmSettings {
  port: number
  redisUrl: string
  redisSecret: string
  vendorUrl: string
  vendorKey: string
  databaseUrl: string
  webhookSecret: string
  leaseMs: number
}

/** Message of such a process to the test. */
export type CrmMessage =
  | { kind: 'ready' }
  /** It got no processor for as long. */
  | { kind: 'stalled'; ms: number }
