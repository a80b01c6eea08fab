import type { User } from '../../api/user.ts'

/** The demo's staff, with every role. */
export const seedUsers: User[] = [
  { id: 'ann', name: 'Ann Reyes', title: 'Sales, hotels and restaurants', role: 'sales' },
  { id: 'ben', name: 'Ben Okafor', title: 'Sales, offices and studios', role: 'sales' },
  { id: 'carla', name: 'Carla Mendes', title: 'Head of sales', role: 'manager' },
  { id: 'dov', name: 'Dov Levi', title: 'Quality control', role: 'qualityControl' },
  { id: 'erin', name: 'Erin Doyle', title: 'Office and systems', role: 'admin' },
]
