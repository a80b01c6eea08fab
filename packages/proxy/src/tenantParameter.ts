/** Names the tenant that a call is for, where one proxy serves several. */
export interface TenantParameter {
  tenant?: string | undefined
}
