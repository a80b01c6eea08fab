/**
 * Measures contenders by turns, beginning with another one in each round, so that whatever else the machine does meets
 * all alike.
 * @returns the results of each, one a round
 */
export async function interleave<Name extends string, Result>({
  rounds,
  contenders,
  measure,
}: {
  rounds: number
  contenders: readonly Name[]
  measure: (name: Name, round: number) => Promise<Result>
}): Promise<Record<Name, Result[]>> {
  const results = Object.fromEntries(contenders.map((name) => [name, []])) as unknown as Record<Name, Result[]>
  for (let round = 0; round < rounds; round++) {
    const first = round % contenders.length
    for (const name of [...contenders.slice(first), ...contenders.slice(0, first)]) {
      results[name].push(await measure(name, round))
    }
  }
  return results
}
