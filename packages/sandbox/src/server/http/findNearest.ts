/** Finds the text that takes the fewest changes to get to. The wanted one is cut at 200 letters: it may be anything. */
export function findNearest({ wanted, known }: { wanted: string; known: string[] }): string | undefined {
  const ranked = known.map((text) => ({ text, edits: countEdits(text, wanted) }))
  return ranked.toSorted((a, b) => a.edits - b.edits)[0]?.text
}

/** Number of letters to insert, delete or replace to get from one text to the other. */
function countEdits(from: string, to: string): number {
  const target = [...to.slice(0, 200)]
  const firstRow = Array.from({ length: target.length + 1 }, (_, index) => index)
  const lastRow = [...from].reduce((above, letter) => nextRow({ above, letter, target }), firstRow)
  return lastRow.at(-1) ?? 0
}

function nextRow({ above, letter, target }: { above: number[]; letter: string; target: string[] }): number[] {
  const row = [(above[0] ?? 0) + 1]
  for (const [index, wanted] of target.entries()) {
    const replaced = (above[index] ?? 0) + (letter === wanted ? 0 : 1)
    row.push(Math.min(replaced, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1))
  }
  return row
}
