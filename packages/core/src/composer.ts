export { composerArea } from './composer/composerArea.ts'
export {
  type CheckedDraft,
  type ComposerObstacle,
  checkDraft,
  findComposerChannel,
  findNewMessengers,
  findRecipient,
  findRecipients,
  findRules,
  isCaptioned,
  isReached,
  listChannels,
} from './composer/composerRules.ts'
export type { ComposerAllowed, ComposerEvent, ComposerSend, ComposerSource } from './composer/composerSource.ts'
export type {
  ComposerItem,
  ComposerProblem,
  ComposerQuote,
  ComposerState,
  ComposerStatus,
  FilledTemplate,
} from './composer/composerState.ts'
export { type ComposerLabels, type ComposerWords, composerWords } from './composer/composerWords.ts'
export { countText, type TextLimit } from './composer/countText.ts'
export { type Composer, type ComposerOptions, createComposer } from './composer/createComposer.ts'
export { createProxyComposerSource } from './composer/createProxyComposerSource.ts'
export {
  type ButtonProblem,
  type ButtonProblems,
  checkKeyboard,
  type KeyboardProblems,
} from './composer/keyboard/checkKeyboard.ts'
export {
  createButton,
  createKeyboard,
  type DraftButton,
  type KeyboardDraft,
  toKeyboard,
} from './composer/keyboard/keyboardDraft.ts'
export type { ButtonKind, KeyboardFlag, KeyboardRules, KeyboardType } from './composer/keyboard/keyboardRules.ts'
export { toButtons } from './composer/keyboard/toButtons.ts'
export {
  type ComposerContact,
  type ComposerRecipient,
  parsePhone,
  parseUsername,
  toNew,
  toRecipientKey,
} from './composer/recipients.ts'
export { findSendingRules, type SendingRules, type SendingRulesParameters } from './composer/sendingRules.ts'
export { createId } from './conversation/createId.ts'
