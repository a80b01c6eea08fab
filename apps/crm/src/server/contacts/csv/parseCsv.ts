/** A row of a file, with the line it begins on, from 1. */
export interface CsvRow {
  line: number
  cells: string[]
}

/** Characters between columns. The one that the first line has most is the file's. */
const separators = [',', ';', '\t']

/** One cell with the character behind it: quoted, or plain. */
const cellPattern = { ',': toPattern(','), ';': toPattern(';'), '\t': toPattern('\t') } as Record<string, RegExp>

/** Reads CSV: with commas, semicolons or tabs, quoted cells, and any line ends. Empty lines are left out. */
export function parseCsv(text: string): CsvRow[] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const pattern = cellPattern[findSeparator(plain)] ?? toPattern(',')
  const rows: CsvRow[] = []
  let row: CsvRow = { line: 1, cells: [] }
  let line = 1
  for (const [cell, quoted, unquoted = '', end] of plain.matchAll(pattern)) {
    row.cells.push(toText(quoted?.replaceAll('""', '"') ?? unquoted))
    line += cell.split('\n').length - 1
    if (end !== '\n' && end !== '') continue
    rows.push(row)
    row = { line, cells: [] }
    if (end === '') break
  }
  return rows.filter(({ cells }) => cells.some((text) => text !== ''))
}

function toPattern(separator: string): RegExp {
  return new RegExp(`(?:"((?:[^"]|"")*)"[^${separator}\\n]*|([^${separator}\\n]*))(${separator}|\\n|$)`, 'g')
}

function findSeparator(text: string): string {
  const header = text.slice(0, text.indexOf('\n') + 1 || text.length)
  const counted = separators.map((separator) => ({ separator, count: header.split(separator).length }))
  return counted.sort((left, right) => right.count - left.count)[0]?.separator ?? ','
}

/** Takes off the apostrophe with which an export makes formulas harmless. */
function toText(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}
