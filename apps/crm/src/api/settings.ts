import * as z from 'zod/mini'

/** APIs that the CRM can use. */
export const vendors = ['wazzup-v2', 'wazzup-v3', 'wazzup-tech', 'whatomate'] as const

/** One of {@link vendors}. */
export type Vendor = (typeof vendors)[number]

/** Transports of the live counter. */
export const transports = ['sse', 'socketio'] as const

/** One of {@link transports}. */
export type Transport = (typeof transports)[number]

/** Settings that an administrator changes while the CRM runs. */
export interface Settings {
  vendor: Vendor
  transport: Transport
}

/** Body of `PUT /api/settings`. */
export const settingsSchema: z.ZodMiniType<Settings> = z.strictObject({
  vendor: z.enum(vendors),
  transport: z.enum(transports),
})

/** Features that some vendors, or some keys, do not have. */
export const vendorFeatures = [
  'chatWindow',
  'unanswered',
  'sendMessage',
  'conversation',
  'channelAdmin',
  'exports',
  'vendorData',
  'saveUsers',
  'saveContacts',
  'saveDeals',
  'webhooks',
] as const

/** A feature that some vendors, or some keys, do not have. */
export type VendorFeature = (typeof vendorFeatures)[number]

/** A vendor that can be chosen. */
export interface VendorChoice {
  vendor: Vendor
  /** False without a key: it cannot be chosen. */
  isConfigured: boolean
  /** Features that it does not have. */
  missing: VendorFeature[]
}

/** Response of `GET` and `PUT /api/settings`. All users may read them; only an administrator changes them. */
export interface SettingsResponse {
  settings: Settings
  vendors: VendorChoice[]
  /** False while no messages of customers reach the CRM, so that it does not know who waits. */
  isReceiving: boolean
}

/** Schema of {@link SettingsResponse}. */
export const settingsResponseSchema: z.ZodMiniType<SettingsResponse> = z.object({
  settings: z.object({ vendor: z.enum(vendors), transport: z.enum(transports) }),
  vendors: z.array(
    z.object({
      vendor: z.enum(vendors),
      isConfigured: z.boolean(),
      missing: z.array(z.enum(vendorFeatures)),
    }),
  ),
  isReceiving: z.boolean(),
})
