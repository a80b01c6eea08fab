/** Kinds of the CRM's records that a vendor keeps. */
export const recordKinds = ['users', 'contacts', 'deals'] as const

/** One of {@link recordKinds}. */
export type RecordKind = (typeof recordKinds)[number]
