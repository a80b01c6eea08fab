/** Messengers of all vendors. The `session` response lists those of one vendor. */
export const chatTypes = [
  'whatsapp',
  'whatsgroup',
  'instagram',
  'telegram',
  'telegroup',
  'vk',
  'viber',
  'avito',
  'max',
  'maxgroup',
] as const

/** A messenger, by the vendors' word. */
export type ChatType = (typeof chatTypes)[number]
