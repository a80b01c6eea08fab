import { en, type Words } from './en.ts'
/** temporary */
export const ar: Words = en
