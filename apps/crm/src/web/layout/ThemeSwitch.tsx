import { Monitor, Moon, Sun } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { chooseTheme, readTheme, type Theme, themes } from './theme.ts'

/** Chooses between the system's, the light and the dark theme. */
export function ThemeSwitch(): ReactNode {
  const [chosen, setChosen] = useState(readTheme)
  const choose = (theme: Theme): void => {
    chooseTheme(theme)
    setChosen(theme)
  }
  return (
    <fieldset className="flex gap-1 rounded-lg bg-sunken p-1">
      <legend className="sr-only">Theme</legend>
      {themes.map((theme) => {
        const { icon: Icon, label } = looks[theme]
        return (
          <label
            key={theme}
            className="flex flex-1 cursor-pointer items-center justify-center gap-1.5 rounded-md px-2 py-1.5 text-xs font-medium text-soft has-checked:bg-chosen has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="theme"
              className="sr-only"
              checked={chosen === theme}
              onChange={() => choose(theme)}
            />
            <Icon aria-hidden className="size-3.5" />
            {label}
          </label>
        )
      })}
    </fieldset>
  )
}

const looks = {
  system: { icon: Monitor, label: 'System' },
  light: { icon: Sun, label: 'Light' },
  dark: { icon: Moon, label: 'Dark' },
}
