import type { ActivitySentences } from '../sentences.ts'

/** The words of the cards, with their notes and activity, in English. */
export const cards = {
  card: {
    contactFailed: "Can't show this contact",
    facts: 'Facts',
    show: 'Show',
    chat: 'Chat',
    details: 'Details',
    parts: 'Activity, tasks and notes',
    deleted: (time: string) => `Deleted on ${time}`,
    restore: 'Restore',
  },
  notes: {
    title: 'Notes',
    new: 'New note',
    newHint: 'Write a note…',
    add: 'Add note',
    edit: 'Edit note',
    delete: 'Delete note',
    deleted: 'Deleted the note',
    empty: 'No notes yet',
  },
  activity: {
    title: 'Activity',
    failed: "Can't load the activity",
    empty: 'Nothing has happened yet',
    wrote: (name: string) => `${name} wrote`,
    wroteTo: (name: string) => `Message to ${name}`,
    to: (name: string) => `To: ${name}`,
    items: { contact: 'the contact', company: 'the company', deal: 'the deal', task: 'the task', note: 'the note' },
    did: {
      created: ({ by, item, name }) => `${by} added ${item} ${name}`,
      imported: ({ by, item, name }) => `${by} imported ${item} ${name}`,
      changed: ({ by, item, name }) => `${by} changed ${item} ${name}`,
      ownerChanged: ({ by, item, name }) => `${by} changed the owner of ${item} ${name}`,
      moved: ({ by, item, name }) => `${by} moved ${item} ${name}`,
      finished: ({ by, item, name }) => `${by} finished ${item} ${name}`,
      reopened: ({ by, item, name }) => `${by} reopened ${item} ${name}`,
      deleted: ({ by, item, name }) => `${by} deleted ${item} ${name}`,
      restored: ({ by, item, name }) => `${by} restored ${item} ${name}`,
    } satisfies ActivitySentences as ActivitySentences,
    fields: {
      name: 'name',
      title: 'title',
      position: 'position',
      company: 'company',
      companyId: 'company',
      contactId: 'contact',
      dealId: 'deal',
      email: 'e-mail',
      phone: 'phone',
      chats: 'messengers',
      website: 'website',
      city: 'city',
      industry: 'industry',
      amountCents: 'amount',
      currency: 'currency',
      stage: 'stage',
      dueAt: 'due date',
      text: 'text',
      responsibleUserId: 'owner',
    } satisfies Record<string, string> as Record<string, string>,
  },
}

/** The words of the cards, with their notes and activity. */
export type CardsWords = typeof cards
