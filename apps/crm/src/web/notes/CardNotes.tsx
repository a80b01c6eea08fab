import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { mayWrite } from '../../api/role.ts'
import { useUser } from '../session/users.ts'
import { Button } from '../ui/Button.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useWords } from '../words/speech.ts'
import { NewNoteForm } from './NewNoteForm.tsx'
import { NoteView } from './NoteView.tsx'
import { notesQueryOptions } from './noteQueries.ts'

/** The notes on a contact or a deal, and a field to write one. */
export function CardNotes(about: { contactId: string } | { dealId: string }): ReactNode {
  const words = useWords()
  const me = useUser()
  const notes = useInfiniteQuery(notesQueryOptions(about))
  const items = notes.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      {me && mayWrite(me.role) && <NewNoteForm about={about} />}
      {notes.isPending && <Skeleton className="h-16" count={2} label={words.loading} />}
      {notes.isSuccess && items.length === 0 && <p className="py-2 text-soft">{words.notes.empty}</p>}
      <ul aria-label={words.notes.title} className="flex flex-col gap-2">
        {items.map((note) => (
          <NoteView key={note.id} note={note} />
        ))}
      </ul>
      {notes.hasNextPage && (
        <Button look="quiet" className="mt-2" onClick={() => void notes.fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </>
  )
}
