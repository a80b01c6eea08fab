/** Languages of the pages: each with its own name, its tag for `Intl`, and its direction. */
export const languages = {
  en: { name: 'English', tag: 'en-GB', dir: 'ltr' },
  ru: { name: 'Русский', tag: 'ru', dir: 'ltr' },
  ar: { name: 'العربية', tag: 'ar-u-nu-latn', dir: 'rtl' },
} as const

/** A language of the pages. */
export type Language = keyof typeof languages

const storageKey = 'northdesk-language'

/** Reads the language that was chosen in this browser, or else the first of the browser's that there is. */
export function readLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey) ?? '', ...navigator.languages].map((tag) => tag.split('-')[0])
  return wanted.find(isLanguage) ?? 'en'
}

/** Remembers the chosen language. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(storageKey, language)
}

function isLanguage(tag: string | undefined): tag is Language {
  return tag !== undefined && Object.hasOwn(languages, tag)
}
