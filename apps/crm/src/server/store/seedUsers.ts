import type { User } from '../../api/user.ts'

/** Who may log in to the demo. */
export const seedUsers: User[] = [
  { id: 'ann', name: 'Ann Reyes', title: 'Sales, hotels and restaurants' },
  { id: 'ben', name: 'Ben Okafor', title: 'Sales, offices and studios' },
]
