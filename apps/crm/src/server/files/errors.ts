import { CrmError } from '../errors.ts'

/** The folder of files has no room for another one. */
export class FolderFullError extends CrmError {
  override readonly name = 'FolderFullError'

  constructor(maxBytes: number) {
    super(`The files that users send have ${maxBytes} bytes already. Old ones are deleted after a month.`)
  }
}
