import { addChannelStates } from './migrations/addChannelStates.ts'
import { addDumpsAndWhatomate } from './migrations/addDumpsAndWhatomate.ts'
import { addEntities } from './migrations/addEntities.ts'
import { addFiles } from './migrations/addFiles.ts'
import { addGroupsAndTiers } from './migrations/addGroupsAndTiers.ts'
import { addIdSequences } from './migrations/addIdSequences.ts'
import { addMessageTemplates } from './migrations/addMessageTemplates.ts'
import { addNotesAndTransfers } from './migrations/addNotesAndTransfers.ts'
import { addSendingConditions } from './migrations/addSendingConditions.ts'
import { createTables } from './migrations/createTables.ts'

/**
 * Every step from an empty file to the tables of `tables/`, in order. A step that has been released is never
 * changed: a new one is added. The number of steps taken is kept in the file as `user_version`.
 */
export const migrations: string[] = [
  createTables,
  addFiles,
  addChannelStates,
  addEntities,
  addDumpsAndWhatomate,
  addMessageTemplates,
  addSendingConditions,
  addGroupsAndTiers,
  addIdSequences,
  addNotesAndTransfers,
]
