export type { AccountKeysInput } from './accounts/accountKeys.ts'
export type { SandboxAccount } from './accounts/createTenant.ts'
export type { ClockMode, ClockOptions } from './clock/clockOptions.ts'
export { createSandbox, type Sandbox } from './createSandbox.ts'
export {
  AccountExistsError,
  DataFileError,
  InvalidOptionError,
  PortTakenError,
  RequestNotSeenError,
  SandboxError,
  SnapshotNotFoundError,
} from './errors.ts'
export type { Fault } from './faults/fault.ts'
export type { ActiveFaultRule, FaultRuleInput } from './faults/faultRule.ts'
export type { VendorUrls } from './http/listenForVendors.ts'
export type { JournalEntry, JournalFilter, Verdict } from './journal/createJournal.ts'
export type { Quirk } from './quirks/createQuirks.ts'
export type { QuirkName } from './quirks/quirkTable.ts'
export type { SandboxOptions } from './sandboxOptions.ts'
export type { SeedInput } from './seed/seedSchema.ts'
export type { Simulate } from './simulate/createSimulate.ts'
export type { SimulatedMessage, SimulatedMessageResult } from './simulate/message.ts'
export type { Snapshot, Snapshots } from './snapshots/createSnapshots.ts'
export type { AccountSettings, AccountSettingsChange } from './store/accountSettings.ts'
export type { CustomerInput } from './store/customers.ts'
export type { StoreDump } from './store/dumps.ts'
