import { Monitor, Moon, Sun } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../words/speech.ts'
import { chooseTheme, readTheme, type Theme, themes } from './theme.ts'

/** Chooses between the system's, the light and the dark theme. */
export function ThemeSwitch(): ReactNode {
  const words = useWords()
  const [chosen, setChosen] = useState(readTheme)
  const choose = (theme: Theme): void => {
    chooseTheme(theme)
    setChosen(theme)
  }
  const choices = themes.map((value) => ({ value, label: words.user.themes[value], icon: icons[value] }))
  return <Segments label={words.user.theme} choices={choices} chosen={chosen} onChoose={choose} />
}

const icons = { system: Monitor, light: Sun, dark: Moon }
