import type { ChatErrorCode } from '../ChatError.ts'
import type { BadgeLabel, BadgeLabels } from '../look/badge/badgeLabel.ts'
import type { english } from './english.ts'

/** Words of windows, panels and buttons, by name. */
export type KitTexts = Record<keyof typeof english, string>

/** A phrase with `{count}` in it, in one form for each category of the language's plural: see `Intl.PluralRules`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** All words of both kits in one language. */
export interface Words extends KitTexts {
  /** BCP 47 tag of the language, as for `Intl`: `ar-u-nu-latn` is Arabic with the digits 0 to 9. */
  lang: string
  dir: 'ltr' | 'rtl'
  /** Phrase of a badge. */
  unanswered: PluralForms
  badge: { unknown: string; error: string; stale: string }
  /** Stands between two phrases, with a space where the language has one. */
  comma: string
  /** Title of a notification of the system. */
  newMessages: string
  /** Reasons why a window did not open. */
  errors: Record<ChatErrorCode, string>
}

/**
 * Words as the components take them: missing ones are English. The name of a language stands for words that are on their way:
 * nothing is said then, rather than something in another language.
 */
export type WordsState = PartOfWords | string | undefined

/** Words of which some may be missing. */
export type PartOfWords = Partial<Omit<Words, 'badge'>> & { badge?: Partial<Words['badge']> }

/**
 * Language of the components: `en`, `ru`, `es`, `pt`, `de`, `kk` or `ar`, also with a region, e.g. `pt-BR`; `auto` for that of
 * the page (`<html lang>`), or else of the browser; or imported words, e.g. `ru` of `@crm-chat/core/locales/ru`. Any other
 * language is English.
 */
export type ChatLocale = 'en' | 'ru' | 'es' | 'pt' | 'de' | 'kk' | 'ar' | 'auto' | (string & {}) | Words // Names to choose from, and any other string.

/** Words of your own, for any component. Missing ones come from its language. */
export type ChatLabelOverrides = { [Name in keyof KitTexts]?: string | undefined } & {
  /** Phrase of a badge. @default '{count} unanswered' */
  unanswered?: BadgeLabel | undefined
  /** Other words of a badge. */
  badge?: BadgeLabels | undefined
  /** Reasons why a window did not open. */
  errors?: Partial<Record<ChatErrorCode, string>> | undefined
}

/** Words of one component: its own where given, those of its language otherwise. */
export interface KitWords extends KitTexts {
  /** Undefined where no language was chosen: the page's applies. */
  lang: string | undefined
  dir: 'ltr' | 'rtl' | undefined
  errors: Partial<Record<ChatErrorCode, string>>
  /** True while the language is on its way: all words are empty, but those of your own. */
  isPending: boolean
}
