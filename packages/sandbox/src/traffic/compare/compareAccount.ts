import type { Vendor } from '@crm-chat/vendors/endpoints'
import { ComparisonError } from './errors.ts'
import { type Comparison, findDifferences } from './findDifferences.ts'
import type { VendorProbes } from './probe.ts'
import { runProbes, type Side } from './runProbes.ts'
import { wazzupTechProbes } from './wazzupTechProbes.ts'
import { wazzupV2Probes } from './wazzupV2Probes.ts'
import { wazzupV3Probes } from './wazzupV3Probes.ts'
import { whatomateProbes } from './whatomateProbes.ts'

/** The probes of every vendor. */
export const probesByVendor: Record<Vendor, VendorProbes> = {
  'wazzup-v2': wazzupV2Probes,
  'wazzup-v3': wazzupV3Probes,
  'wazzup-tech': wazzupTechProbes,
  whatomate: whatomateProbes,
}

/** Parameters of {@link compareAccount}. */
export interface CompareParameters {
  vendor: Vendor
  account: Side
  sandbox: Side
  /** Digits of the only number that may be written to. @default nothing is written */
  sendTo?: string | undefined
  quietMs?: number
  onProgress?: (title: string) => void
}

/**
 * Sends the same requests to a real account and to a sandbox, and compares the responses.
 * @throws {ComparisonError} if the account does not respond, or refuses its key
 */
export async function compareAccount({ vendor, account, sandbox, ...options }: CompareParameters): Promise<Comparison> {
  const probes = probesByVendor[vendor]
  const ofAccount = await runProbes({ probes, side: account, ...options })
  const [first] = ofAccount
  if (first?.outcome.kind === 'failed')
    throw new ComparisonError(`The account’s service cannot be reached: ${first.outcome.reason}.`)
  if (first?.outcome.kind === 'answered' && first.outcome.status === 401)
    throw new ComparisonError('The account’s service refuses the key (401). Check the variable that --key-env names.')
  const ofSandbox = await runProbes({ probes, side: sandbox, ...options, onProgress: () => undefined })
  return findDifferences({ account: ofAccount, sandbox: ofSandbox })
}
