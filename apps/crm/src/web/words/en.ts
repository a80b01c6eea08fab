import { adminPages } from './adminPages/en.ts'
import { basics } from './basics/en.ts'
import { board } from './board/en.ts'
import { cards } from './cards/en.ts'
import { chats } from './chats/en.ts'
import { contactImport } from './contactImport/en.ts'
import { dashboard } from './dashboard/en.ts'
import { hops } from './hops/en.ts'
import { records } from './records/en.ts'
import { shell } from './shell/en.ts'

/** The words of the pages in English. */
export const en = {
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

/** The words of the pages. Each language has all of them, or does not compile. */
export type Words = typeof en
