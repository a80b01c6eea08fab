/** Finds the known text with the fewest differences. The given one is cut at 200 letters, because it may be long. */
export function findNearest({ text, known }: { text: string; known: string[] }): string | undefined {
  const ranked = known.map((candidate) => ({ candidate, edits: countEdits(candidate, text) }))
  return ranked.toSorted((a, b) => a.edits - b.edits)[0]?.candidate
}

/** Number of letters to insert, delete or replace to get from one text to the other. */
export function countEdits(from: string, to: string): number {
  const target = [...to.slice(0, 200)]
  const firstRow = Array.from({ length: target.length + 1 }, (_, index) => index)
  const lastRow = [...from].reduce((above, letter) => nextRow({ above, letter, target }), firstRow)
  return lastRow.at(-1) ?? 0
}

function nextRow({ above, letter, target }: { above: number[]; letter: string; target: string[] }): number[] {
  const row = [(above[0] ?? 0) + 1]
  for (const [index, other] of target.entries()) {
    const replaced = (above[index] ?? 0) + (letter === other ? 0 : 1)
    row.push(Math.min(replaced, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1))
  }
  return row
}
