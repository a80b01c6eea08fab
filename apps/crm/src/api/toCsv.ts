/** Writes rows as CSV that spreadsheets open as it is: in UTF-8 with a byte order mark, and without formulas. */
export function toCsv(rows: string[][]): string {
  const lines = rows.map((row) => row.map((cell) => quote(toHarmless(cell))).join(','))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A spreadsheet would run a cell that begins like a formula: behind an apostrophe it is a text. */
function toHarmless(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
}

function quote(cell: string): string {
  return /[",;\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
