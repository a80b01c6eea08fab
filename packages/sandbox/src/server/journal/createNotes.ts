/** Remarks of the sandbox on a request, which are not part of its response. */
export interface Notes {
  /** Fields of the body that the vendor does not know and ignored; at most 50. */
  ignoredFields: string[]
  /** Reason for a response that one might not expect; `null` without one. */
  remark: string | null
}

/** Collects the notes of one request. */
export interface NoteTaker {
  notes: () => Notes
  ignore: (fields: string[]) => void
  remark: (text: string) => void
}

/** Creates the notes of one request. */
export function createNotes(): NoteTaker {
  const notes: Notes = { ignoredFields: [], remark: null }
  return {
    notes: () => notes,
    ignore(fields) {
      notes.ignoredFields = fields.slice(0, 50)
    },
    remark(text) {
      notes.remark = text
    },
  }
}
