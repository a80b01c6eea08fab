import { adminPages } from './adminPages/ar.ts'
import { basics } from './basics/ar.ts'
import { board } from './board/ar.ts'
import { cards } from './cards/ar.ts'
import { chats } from './chats/ar.ts'
import { contactImport } from './contactImport/ar.ts'
import { dashboard } from './dashboard/ar.ts'
import type { Words } from './en.ts'
import { hops } from './hops/ar.ts'
import { records } from './records/ar.ts'
import { shell } from './shell/ar.ts'

/** The words of the pages in Arabic. */
export const ar: Words = {
  ...basics,
  ...shell,
  ...records,
  ...cards,
  chats,
  board,
  dashboard,
  hops,
  import: contactImport,
  admin: adminPages,
}
