import type { Mutation } from '../mutations/readMutations.ts'
import { faults, type SecurityRow, threats } from './rows.ts'

const introduction = `# Security

What could go wrong, the control against it, and the tests that prove the control. This page is written by
\`tsx scripts/writeSecurity.ts\` from \`scripts/security/rows.ts\` and the patches of \`scripts/mutations\`: each patch takes one
control out of the code, and \`pnpm test:mutations\` checks that the test beside it fails then. Report a problem in private
through the repository's security advisories.
`

/** Writes the page about security. */
export function toDocument(mutations: Mutation[]): string {
  return [
    introduction,
    '## Threats\n',
    toTable({ rows: threats, mutations }),
    '\n## Faults\n',
    toTable({ rows: faults, mutations }),
    '',
  ].join('\n')
}

function toTable({ rows, mutations }: { rows: SecurityRow[]; mutations: Mutation[] }): string {
  const lines = rows.map((row) => {
    const tests = [...(row.tests ?? []), ...testsOf({ row, mutations })]
    const proof = tests.map((test) => escapeCell(test)).join('<br>')
    const number = row.name.split(' ')[1]
    const control = row.note ? `${row.control} ${row.note}` : row.control
    return `| ${number} | ${escapeCell(row.title)} | ${escapeCell(control)} | ${proof || '–'} |`
  })
  return ['| # | | control | tests |', '| --- | --- | --- | --- |', ...lines].join('\n')
}

/** The controls of a row that are taken out by a patch, each with the test that notices. */
function testsOf({ row, mutations }: { row: SecurityRow; mutations: Mutation[] }): string[] {
  return mutations
    .filter(({ rows }) => rows.includes(row.name))
    .map(({ control, file, title }) => `${control}: \`${file.split('/').at(-1)}\` › ${title}`)
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ')
}
