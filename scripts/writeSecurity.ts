import { writeFileSync } from 'node:fs'
import { readMutations } from './mutations/readMutations.ts'
import { toDocument } from './security/toDocument.ts'

writeFileSync(new URL('../docs/security.md', import.meta.url), toDocument(readMutations()))
