import { en, type Words } from './en.ts'
/** temporary */
export const ru: Words = en
