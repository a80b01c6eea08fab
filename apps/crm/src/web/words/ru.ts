import { adminPages } from './adminPages/ru.ts'
import { basics } from './basics/ru.ts'
import { board } from './board/ru.ts'
import { cards } from './cards/ru.ts'
import { chats } from './chats/ru.ts'
import { contactImport } from './contactImport/ru.ts'
import { dashboard } from './dashboard/ru.ts'
import type { Words } from './en.ts'
import { hops } from './hops/ru.ts'
import { records } from './records/ru.ts'
import { shell } from './shell/ru.ts'

/** The words of the pages in Russian. */
export const ru: Words = {
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
