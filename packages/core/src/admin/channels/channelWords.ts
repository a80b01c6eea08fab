import type { ChannelReason } from './channelReason.ts'
import type { ChannelTransportName, CredentialName } from './channelTransports.ts'

/** A reason for the state of a channel in plain words, and what to do. */
export interface ReasonWords {
  what: string
  todo: string
}

/** Words of the list of channels, and of connecting one. */
export interface ChannelWords {
  channels: string
  channelsHint: string
  channelsLoading: string
  channelsEmpty: string
  channelsFailed: string
  /** Above channels that could not be loaded again. `{at}` is a time. */
  channelsStale: string
  /** For users who may not connect channels, and for vendors that do not let anyone. */
  channelsForbidden: string
  channelsElsewhere: string
  channelWorks: string
  channelConnecting: string
  channelOff: string
  channelReasons: Record<ChannelReason, ReasonWords>
  /** For a reason that no document has. `{reason}` is the vendor's word. */
  channelUnknownReason: ReasonWords
  /** `{count}` is a number of chats, at least 50. */
  channelTier: string
  channelTierNone: string
  channelTierUnlimited: string
  /** `{name}` is the vendor's word for what is paid for. */
  channelTariff: string
  channelConnect: string
  channelContinue: string
  channelAgain: string
  channelDelete: string
  /** Read aloud. `{channel}` is a name. */
  channelDeleteNamed: string
  channelDeleteTitle: string
  channelDeleteLoss: string
  channelKeepChats: string
  channelKeepChatsHint: string
  channelDropChats: string
  channelDropChatsHint: string
  channelDeleteWithChats: string
  channelDeleting: string
  channelNotDeleted: string
  cancel: string
  close: string
  back: string
  /** Names of transports that are not those of a messenger alone. */
  transports: Record<'telegram' | 'maxbot', string>
  /** By the way in which a channel is connected. */
  transportHints: Record<'qr' | 'credentials' | 'redirect' | 'frame', string>
  credentials: Record<CredentialName, string>
  credentialHints: Partial<Record<CredentialName, string>>
  fieldMissing: string
  connectTitle: string
  /** `{messenger}` is the name of a transport. */
  connectTitleNamed: string
  connectAgainTitle: string
  connectChoose: string
  connectBegin: Record<'qr' | 'credentials' | 'redirect' | 'frame', string>
  connectStart: string
  connectWorking: string
  connectStarting: string
  /** Shown if no code has come in time. */
  connectNoCode: string
  /** Shown if the page was loaded again while a code was shown. */
  connectNextCode: string
  connectNewCode: string
  /** Steps on the phone by transport. */
  scanGuides: Partial<Record<ChannelTransportName, readonly string[]>>
  scanCode: string
  scanRenewed: string
  scanExpired: string
  pairInstead: string
  scanInstead: string
  pairPhone: string
  pairPhoneHint: string
  pairPhoneWrong: string
  pairGet: string
  pairCode: string
  pairGuide: readonly string[]
  pairExpired: string
  passwordLabel: string
  passwordHint: string
  codeLabel: string
  codeHint: string
  passwordSend: string
  redirectHint: string
  redirectOpen: string
  redirectLost: string
  redirectRenew: string
  redirectWaiting: string
  frameHint: string
  frameLabel: string
  importingHint: string
  importingLong: string
  reviewHint: string
  /** `{channel}` is its name. */
  connectDone: string
  connectFailed: string
  connectGone: string
  /** For requests that may have gone through. */
  connectUnconfirmed: string
  connectRefused: string
  pairRefused: string
  passwordRefused: string
  anotherMessenger: string
}
