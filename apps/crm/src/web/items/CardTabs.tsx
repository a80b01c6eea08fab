import { type ReactNode, useState } from 'react'
import { ActivityFeed } from '../activity/ActivityFeed.tsx'
import { CardNotes } from '../notes/CardNotes.tsx'
import { CardTasks } from '../tasks/CardTasks.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { useWords } from '../words/speech.ts'

/** Activity, tasks and notes of a contact or a deal. */
export function CardTabs({ about }: { about: { contactId: string } | { dealId: string } }): ReactNode {
  const words = useWords()
  const [chosen, setChosen] = useState<'activity' | 'tasks' | 'notes'>('activity')
  return (
    <Tabs
      label={words.card.parts}
      chosen={chosen}
      onChoose={setChosen}
      tabs={[
        { name: 'activity', label: words.activity.title },
        { name: 'tasks', label: words.nav.tasks },
        { name: 'notes', label: words.notes.title },
      ]}
      className="mt-4"
    >
      {chosen === 'activity' && <ActivityFeed {...about} />}
      {chosen === 'tasks' && <CardTasks {...about} />}
      {chosen === 'notes' && <CardNotes {...about} />}
    </Tabs>
  )
}
