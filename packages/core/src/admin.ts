export type { AdminLabels, AdminWords, ExportWords } from './admin/adminWords.ts'
export { browserExports, type ExportStore, type KeptExport } from './admin/exportStore.ts'
export { en as adminWords } from './admin/locales/en.ts'
