import { type ReactNode, useId } from 'react'
import { Select } from '../ui/Select.tsx'
import { type Language, languages } from '../words/languages.ts'
import { chooseLanguage, useSpeech, useWords } from '../words/speech.ts'

/** Chooses the language of the pages. Each is named in its own words. */
export function LanguageSwitch(): ReactNode {
  const words = useWords()
  const language = useSpeech((speech) => speech.language)
  const id = useId()
  return (
    <div className="flex items-center gap-3">
      <label htmlFor={id} className="flex-1">
        {words.user.language}
      </label>
      <Select
        id={id}
        value={language}
        choices={choices}
        onChange={(event) => void chooseLanguage(event.target.value as Language)} // One of the choices.
      />
    </div>
  )
}

const choices = Object.entries(languages).map(([value, { name }]) => ({ value, label: name }))
