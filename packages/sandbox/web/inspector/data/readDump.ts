import { ControlError } from '../control/callControl.ts'

/** Reads a sandbox's export. @throws {ControlError} unless it is a JSON object */
export async function readDump(file: File): Promise<object> {
  try {
    const parsed: unknown = JSON.parse(await file.text())
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Reported below, like JSON that is not an object.
  }
  throw new ControlError('This file is not a sandbox export.')
}
