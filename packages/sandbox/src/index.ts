export type { SandboxAccount } from './account/createTenant.ts'
export type { Simulate } from './account/simulate/createSimulate.ts'
export type { SimulatedMessage, SimulatedMessageResult } from './account/simulate/message.ts'
export { createSandbox, type Sandbox, type SandboxTls } from './createSandbox.ts'
export type { SandboxOptions } from './sandboxOptions.ts'
export type { AccountKeysInput } from './server/accountKeys.ts'
export type { Fault } from './server/faults/fault.ts'
export type { ActiveFaultRule, FaultRuleInput } from './server/faults/faultRule.ts'
export type { VendorUrls } from './server/http/listenForVendors.ts'
export type { JournalEntry, JournalFilter, Verdict } from './server/journal/createJournal.ts'
export type { Quirk, QuirkName } from './server/quirks/createQuirks.ts'
export type { ClockMode, ClockOptions } from './store/clock/clockOptions.ts'
export type { Snapshot, Snapshots } from './store/dump/createSnapshots.ts'
export type { StoreDump } from './store/dump/dumps.ts'
export type { AccountSettings, AccountSettingsChange } from './store/entities/accountSettings.ts'
export type { CustomerInput } from './store/entities/customers.ts'
export {
  AccountExistsError,
  DataFileError,
  InvalidOptionError,
  PortTakenError,
  RequestNotSeenError,
  SandboxError,
  SnapshotNotFoundError,
} from './store/errors.ts'
export type { SeedInput } from './store/seed/seedSchema.ts'
