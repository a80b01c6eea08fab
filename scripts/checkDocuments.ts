import { checkTypes } from './documents/checkTypes.ts'
import { readDocuments } from './documents/readDocuments.ts'

/** Checks the types of the code in all documents, against the packages as they are built. */
const blocks = readDocuments().flatMap((document) => document.blocks)
const { checked, complaints } = checkTypes(blocks)
console.log(complaints.length > 0 ? complaints.join('\n') : `documents: ${checked} blocks of code ok`)
process.exitCode = complaints.length > 0 || checked === 0 ? 1 : 0
