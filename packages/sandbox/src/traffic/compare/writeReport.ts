import type { Vendor } from '@crm-chat/vendors/endpoints'
import type { Comparison, Finding } from './findDifferences.ts'

/** Parameters of {@link writeReport}. */
export interface ReportParameters {
  vendor: Vendor
  comparison: Comparison
  /** True if messages were sent too. */
  sends: boolean
}

/** Writes a comparison as Markdown, ready for an issue: shapes, statuses and the vendor's own words only. */
export function writeReport({ vendor, comparison, sends }: ReportParameters): string {
  const { findings, uncompared, probes } = comparison
  return [
    `# ${vendor}: a real account and the sandbox`,
    '',
    `${count(probes.length, 'request')}, ${sends ? 'including messages to one number' : 'read-only or certain to be refused'}. ` +
      'Names, numbers, texts, ids, links and keys are left out: only shapes, statuses and the vendor’s own words are shown. ' +
      'A difference of the kind “value”, or in a field that only some items have, can come from the data of the account.',
    '',
    `## ${findings.length === 0 ? 'No differences' : count(findings.length, 'difference')}`,
    '',
    ...toTable(['Kind', 'Place', 'Account', 'Sandbox', 'Requests'], findings.map(toRow)),
    ...section(
      'Not compared',
      ['Request', 'Reason'],
      uncompared.map(({ title, reason }) => [title, reason]),
    ),
    ...section(
      'Requests',
      ['Request', 'Route', 'Account', 'Sandbox'],
      probes.map(({ title, route, account, sandbox }) => [title, `\`${route}\``, account, sandbox]),
    ),
  ].join('\n')
}

function toRow({ kind, place, account, sandbox, titles }: Finding): string[] {
  const shown = titles.slice(0, 5).join(', ')
  const requests = titles.length > 5 ? `${shown} and ${titles.length - 5} more` : shown
  return [kind, place === '' ? '' : `\`${place}\``, account, sandbox, requests]
}

function section(title: string, heads: string[], rows: string[][]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, '', ...toTable(heads, rows)]
}

function toTable(heads: string[], rows: string[][]): string[] {
  if (rows.length === 0) return []
  const line = (cells: string[]): string => `| ${cells.map(escapeCell).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line), '']
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/[\r\n]+/g, ' ')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
