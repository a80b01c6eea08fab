import { writeFileSync } from 'node:fs'
import { apis } from '../inventory/apis.ts'
import { findExamples } from '../inventory/findExamples.ts'
import { toCoverage } from '../inventory/toCoverage.ts'

writeFileSync(
  new URL('../../../docs/coverage.md', import.meta.url),
  toCoverage({ apis, examples: await findExamples() }),
)
