import type { Endpoint } from '@crm-chat/vendors/endpoints'

/** Explains a count of 0, or a link that is refused, for a user whom the CRM has not uploaded. */
export function neverUploaded({ userId, upload }: { userId: string; upload: Endpoint }): string {
  return `User ${JSON.stringify(userId.slice(0, 100))} was never uploaded: they have a count of 0 and no window. Upload users with ${upload.method} ${upload.path}.`
}
