/** A task of the demo. */
export interface SeedTask {
  title: string
  responsibleUserId: string
  /** Days from today on which it is due; negative ones are overdue. */
  dueIn: number
  /** Days ago on which it was finished. */
  doneAgo?: number
  /** Deal that it is about. */
  dealId: string
}

/** Tasks of the demo's users. */
export const seedTasks: SeedTask[] = [
  { title: 'Send the blue fabric sample', responsibleUserId: 'ann', dueIn: 0, dealId: 'bedside-lamps' },
  {
    title: 'Ask about the delivery date for the new wing',
    responsibleUserId: 'ann',
    dueIn: 2,
    dealId: 'bedside-lamps',
  },
  { title: 'Call after three about the terrace plan', responsibleUserId: 'ann', dueIn: -1, dealId: 'terrace-tables' },
  { title: 'Split the quote by house', responsibleUserId: 'ann', dueIn: 1, dealId: 'lobby-seating' },
  { title: 'Send the damp air test report', responsibleUserId: 'ann', dueIn: -3, dealId: 'pool-loungers' },
  { title: 'Measure the guest rooms', responsibleUserId: 'ann', dueIn: 6, dealId: 'guest-room-wardrobes' },
  { title: 'Ask how the benches do outdoors', responsibleUserId: 'ann', dueIn: 14, dealId: 'beer-garden-benches' },
  { title: 'Post the catalogue', responsibleUserId: 'ann', dueIn: -4, doneAgo: 5, dealId: 'fabric-samples' },
  { title: 'Check the lift: 2.1 m at most', responsibleUserId: 'ben', dueIn: 0, dealId: 'standing-desks' },
  { title: 'Order the desk frames', responsibleUserId: 'ben', dueIn: 4, dealId: 'standing-desks' },
  { title: 'Calculate the load of the shelves', responsibleUserId: 'ben', dueIn: -2, dealId: 'drying-shelves' },
  { title: 'Draw the library wall in section', responsibleUserId: 'ben', dueIn: 3, dealId: 'library-drawings' },
  { title: 'Choose castors for the prop storage', responsibleUserId: 'ben', dueIn: 1, dealId: 'prop-storage' },
  {
    title: 'Send the invoice for the booths',
    responsibleUserId: 'ben',
    dueIn: -90,
    doneAgo: 91,
    dealId: 'phone-booths',
  },
  { title: 'Go through the offers above 8,000', responsibleUserId: 'carla', dueIn: 1, dealId: 'pool-loungers' },
]
