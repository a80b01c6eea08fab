import { createChatProxy } from '@crm-chat/proxy'
import { silentLogger } from '../config/silentLogger.ts'
import { describeError } from '../describeError.ts'
import { checkAddress } from './checks/address.ts'
import { checkClock } from './checks/clock.ts'
import { checkKey } from './checks/key.ts'
import { checkPolicy } from './checks/policy.ts'
import { checkRedis } from './checks/redis.ts'
import { checkRoles } from './checks/roles.ts'
import { checkWebhooks } from './checks/webhooks.ts'
import type { CheckResult, Finding } from './finding.ts'
import type { Setup } from './setup.ts'

/** Everything that was found. */
export interface Diagnosis {
  findings: Finding[]
  /** Reasons why something could not be checked. */
  notChecked: string[]
}

/** Checks, in the order of the report. */
const checks = [checkKey, checkRoles, checkWebhooks, checkRedis, checkPolicy, checkClock, checkAddress]

/** Examines a setup. Never rejects for what it finds. */
export async function diagnose(setup: Setup): Promise<Diagnosis> {
  const invalid = await findInvalidOptions(setup)
  if (invalid) return { findings: [invalid], notChecked: ['Everything else: it needs valid options.'] }
  const results = await Promise.all(checks.map((check) => attempt(() => check(setup))))
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked ?? []),
  }
}

async function findInvalidOptions({ options }: Setup): Promise<Finding | undefined> {
  const chat = createChatProxy({ logger: silentLogger, ...options })
  try {
    chat.health()
    await chat.close()
    return undefined
  } catch (error) {
    return {
      code: 'options-invalid',
      what: `${describeError(error)}.`,
      why: 'The proxy responds to every request with 500.',
      fix: 'Correct the configuration. A problem of the key is often a variable of the environment that is not set here.',
    }
  }
}

async function attempt(check: () => Promise<CheckResult>): Promise<CheckResult> {
  try {
    return await check()
  } catch (error) {
    return { findings: [], notChecked: `A check failed: ${describeError(error)}.` }
  }
}
