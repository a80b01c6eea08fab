import type { ReactNode } from 'react'
import { Segments } from '../ui/Segments.tsx'
import { useWords } from '../words/speech.ts'

/** Props of {@link PartSwitch}. */
export interface PartSwitchProps {
  chosen: 'chat' | 'details'
  onChoose: (part: 'chat' | 'details') => void
  /** Name of the other part. @default 'Details' */
  details?: string
}

/** Switches between the two parts of a card on narrow screens. */
export function PartSwitch({ chosen, onChoose, details }: PartSwitchProps): ReactNode {
  const words = useWords()
  return (
    <Segments
      label={words.card.show}
      chosen={chosen}
      onChoose={onChoose}
      choices={[
        { value: 'chat', label: words.card.chat },
        { value: 'details', label: details ?? words.card.details },
      ]}
      className="mt-2 lg:hidden"
    />
  )
}
