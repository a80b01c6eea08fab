import type { RecordField, RecordKind } from '@crm-chat/protocol/wire/recordKinds'
import type { ChatErrorCode } from '../ChatError.ts'
import type { ChannelWords } from './channels/channelWords.ts'

/** Words of the components for administrators, in one language. */
export interface AdminWords extends ExportWords, ChannelWords, DataWords {
  /** BCP 47 tag of the language, as for `Intl`. */
  lang: string
  dir: 'ltr' | 'rtl'
  retry: string
  /** Stands below what was loaded before the connection was lost. */
  offline: string
  /** Reasons of failures. A code without one has `failed`. */
  errors: Partial<Record<ChatErrorCode, string>>
  /** For a failure without a reason of its own. */
  failed: string
  /** Before an id by which the CRM's developers find the request. */
  requestId: string
}

/** Words of an export of messages. */
export interface ExportWords {
  exportTitle: string
  exportHint: string
  exportFrom: string
  exportTo: string
  exportChannel: string
  exportAllChannels: string
  /** Button that begins an export. */
  /** Shortcuts for a period. `{days}` is a number. */
  exportLastDays: string
  exportThisMonth: string
  exportLastMonth: string
  exportStart: string
  exportStarting: string
  exportNotStarted: string
  /** For a period that ends before it begins. */
  exportPeriodWrong: string
  exportPeriodMissing: string
  /** For a vendor that offers no exports, and for users who may not export. */
  exportNotOffered: string
  exportForbidden: string
  /** Heading of those that were asked for. */
  exports: string
  exportsEmpty: string
  exportsLoading: string
  /** `{from}` and `{to}` are days. */
  exportPeriod: string
  /** `{at}` is a time. */
  exportAsked: string
  exportPending: string
  exportRunning: string
  exportDone: string
  /** Reasons by the vendor's word, below the state. */
  exportReasons: Partial<Record<string, string>>
  exportFailed: string
  exportGone: string
  exportUnknown: string
  exportDownload: string
  /** Name of the bar that shows how far it is. */
  exportProgress: string
  /** `{at}` is a time. */
  exportExpires: string
  exportExpired: string
  /** Button that asks for another link. */
  exportRenew: string
  /** For a file of which nobody says how long it is kept. */
  exportKeep: string
  /** Below a state that could not be read again. */
  exportStale: string
  /** Button that removes it from the list; the file stays at the vendor. */
  exportForget: string
}

/** A phrase with `{count}` in it, in one form for each category of the language's plural: see `Intl.PluralRules`. */
export type CountPhrase = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** Words of the data at the vendor. */
export interface DataWords {
  dataTitle: string
  dataHint: string
  /** For a vendor that keeps no such data, and for users who may not see it. */
  dataNotOffered: string
  dataForbidden: string
  /** Name of the choice between users, contacts and deals. */
  dataKind: string
  dataKinds: Record<RecordKind, string>
  dataFields: Record<RecordField, string>
  dataId: string
  dataClosed: string
  dataLoading: string
  dataFailed: string
  dataEmpty: string
  /** Heading of the list. */
  dataThere: string
  dataOrder: string
  dataOrderOwn: string
  /** Names of orders by the vendor's word. */
  dataOrders: Partial<Record<string, string>>
  dataDescending: string
  dataPrevious: string
  dataNext: string
  /** `{from}` and `{to}` are places in the list. */
  dataRange: string
  dataSelectPage: string
  dataSelect: string
  dataSelected: CountPhrase
  dataDelete: string
  /** Asks before anything is deleted. */
  dataDeleteQuestion: CountPhrase
  dataKeep: string
  dataCompare: string
  dataCompareAgain: string
  dataCompareHint: string
  /** `{there}` and `{here}` are numbers. */
  dataComparing: string
  dataCompareFailed: string
  dataTooMany: string
  dataSame: CountPhrase
  dataAllSame: string
  dataMissingThere: CountPhrase
  dataMissingHere: CountPhrase
  dataDifferent: CountPhrase
  /** `{fields}` is a list. */
  dataDiffers: string
  dataShowMore: string
  dataUpload: CountPhrase
  dataUploading: string
  dataDeleting: string
  dataWaiting: string
  dataPaused: string
  dataStopped: string
  dataUploaded: CountPhrase
  dataDeleted: CountPhrase
  /** `{done}` and `{total}` are numbers. */
  dataProgress: string
  dataPause: string
  dataResume: string
  dataDismiss: string
  dataRejected: CountPhrase
}

/** Words of your own. Missing ones come from the language. */
export type AdminLabels = Partial<AdminWords>
