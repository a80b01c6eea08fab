import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordKinds } from '../../api/record.ts'
import { transports, vendors } from '../../api/settings.ts'

/** The settings that an administrator has saved: one row, or none. */
export const settings = sqliteTable('settings', {
  id: integer().primaryKey(),
  vendor: text({ enum: vendors }).notNull(),
  transport: text({ enum: transports }).notNull(),
})

/** State of each vendor's webhooks. Times are Unix times in milliseconds. */
export const webhookStates = sqliteTable('webhook_states', {
  vendor: text({ enum: vendors }).primaryKey(),
  /** Time at which the vendor last accepted the address. */
  registeredAt: integer(),
  /** Reason why the vendor last refused it. */
  problem: text(),
  /** Time of the latest event. */
  lastAt: integer(),
  eventCount: integer().notNull().default(0),
})

/** Records that the vendor has to learn of. Triggers fill it. */
export const outbox = sqliteTable(
  'outbox',
  {
    kind: text({ enum: recordKinds }).notNull(),
    id: text().notNull(),
    /** Grows with every change, so that one that comes while the record is being sent is sent too. */
    revision: integer().notNull().default(1),
    /** It is there because of a sync of everything. */
    isOfSync: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
)

/** The last sync of everything: one row, or none. Times are Unix times in milliseconds. */
export const syncs = sqliteTable('syncs', {
  id: integer().primaryKey(),
  vendor: text({ enum: vendors }).notNull(),
  status: text({ enum: ['running', 'stopped', 'failed', 'done'] }).notNull(),
  startedAt: integer().notNull(),
  endedAt: integer(),
  problem: text(),
  /** Records at the beginning, by kind. */
  totals: text({ mode: 'json' }).$type<{ [Kind in (typeof recordKinds)[number]]?: number }>().notNull(),
})

/** Records that the vendor has refused, until it takes them. */
export const syncRejections = sqliteTable(
  'sync_rejections',
  {
    kind: text({ enum: recordKinds }).notNull(),
    id: text().notNull(),
    name: text().notNull(),
    reason: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id] })],
)
