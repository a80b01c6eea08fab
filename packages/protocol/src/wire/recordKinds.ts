/** Kinds of the CRM's records that a vendor keeps. */
export const recordKinds = ['users', 'contacts', 'deals'] as const

/** One of {@link recordKinds}. */
export type RecordKind = (typeof recordKinds)[number]

/** Fields of a record besides its id. */
export const recordFields = ['name', 'phone', 'responsibleUserId', 'chats', 'contactIds', 'closed', 'url'] as const

/** One of {@link recordFields}. */
export type RecordField = (typeof recordFields)[number]

/** Most records, or ids, of one request that changes them. */
export const maxRecords = 50
