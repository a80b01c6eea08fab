import { createPlural } from '../plural.ts'

const plural = createPlural('en-GB')

/** The words of the deals' page in English. */
export const board = {
  views: { board: 'Board', list: 'List' },
  view: 'Show the deals as',
  search: 'Search deals',
  searchHint: 'Title, contact or company',
  loading: 'Loading the deals',
  failed: "Can't load deals",
  columnFailed: "Can't load more deals",
  emptyColumn: 'No deals here',
  emptyText: 'Add your first with “New deal”, or from a contact’s card.',
  noMatch: 'No deals match',
  noMatchText: 'Try fewer words or filters.',
  count: plural({ one: '# deal', other: '# deals' }),
  stageOf: 'Stage to show',
  addTo: (stage: string) => `New deal: ${stage}`,
  actions: (title: string) => `Actions for ${title}`,
  moveTo: (stage: string) => `Move to ${stage}`,
  allStages: 'All stages',
  changeStage: 'Change stage',
  moved: ({ title, stage }: { title: string; stage: string }) => `Moved ${title} to ${stage}`,
  movedMany: plural({ one: 'Moved # deal', other: 'Moved # deals' }),
  movedBack: ({ title, stage }: { title: string; stage: string }) => `Moved ${title} back to ${stage}`,
  notMoved: plural({ one: '# deal could not be moved', other: '# deals could not be moved' }),
  place: ({ stage, place, count }: PlaceText) => `${stage}, place ${place} of ${count}`,
  cardFailed: "Can't show this deal",
  back: 'All deals',
  steps: 'Steps of the deal',
  chatHidden: 'The contact of this deal belongs to another user, so their chat is not shown here.',
  closed: 'Closed',
  keys: 'Press Space to pick up the deal. Then arrow keys move it, Space drops it, and Escape puts it back.',
  pickedUp: ({ title, at }: DragText) => `Picked up ${title}. ${at}.`,
  dropped: ({ title, at }: DragText) => `Dropped ${title}. ${at}.`,
  putBack: (title: string) => `${title} is back in its place.`,
}

/** Parts of a sentence about the place of a card. */
export interface PlaceText {
  stage: string
  place: string
  count: string
}

/** Parts of a sentence about a card that is being moved. */
export interface DragText {
  title: string
  /** Its place. */
  at: string
}

/** The words of the deals' page. */
export type BoardWords = typeof board
