import { ControlError } from '../control/callControl.ts'

/** Reads a file of data that a sandbox gave. @throws {ControlError} when it is no JSON of an object */
export async function readDump(file: File): Promise<object> {
  try {
    const parsed: unknown = JSON.parse(await file.text())
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Said below, together with JSON that is no object.
  }
  throw new ControlError('This file is no export of a sandbox.')
}
