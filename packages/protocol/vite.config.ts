import { readdirSync } from 'node:fs'
import { library } from '../../vite.library.ts'

/** Each file of `wire` is an entry: bundlers that split code by files leave out what a page does not use. */
const wire = readdirSync(new URL('src/wire', import.meta.url)).filter((file) => !file.endsWith('.test.ts'))

export default library({ entries: ['src/index.ts', ...wire.map((file) => `src/wire/${file}`)] })
