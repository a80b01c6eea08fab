/** Something that keeps a setup from working, or from being safe. */
export interface Finding {
  /** E.g. `key-rejected`: stays the same, whatever the sentences say. */
  code: string
  /** States the fault. */
  what: string
  /** Tells what comes of it. */
  why: string
  /** Says what to do. */
  fix: string
}

/** Result of one check. */
export interface CheckResult {
  findings: Finding[]
  /** The reason why the check, or a part of it, could not be made. */
  notChecked?: string
}

/** A check without findings. */
export const passed: CheckResult = { findings: [] }

/** A check with one finding. */
export function found(finding: Finding): CheckResult {
  return { findings: [finding] }
}

/** A check that could not be made. */
export function notChecked(reason: string): CheckResult {
  return { findings: [], notChecked: reason }
}
