/** One instruction, e.g. `RUN`. */
export interface Instruction {
  name: string
  /** Everything behind its name, on one line. */
  text: string
}

/** A stage of an image. */
export interface Stage {
  /** Name behind `AS`; its number where there is none. */
  name: string
  base: string
  instructions: Instruction[]
}

/** Reads the stages of a Dockerfile. */
export function parseDockerfile(source: string): Stage[] {
  const stages: Stage[] = []
  for (const { name, text } of readInstructions(source)) {
    if (name === 'FROM') {
      const [, base = '', given] = /^(\S+)(?:\s+AS\s+(\S+))?$/i.exec(text) ?? []
      stages.push({ name: given ?? String(stages.length), base, instructions: [] })
    } else stages.at(-1)?.instructions.push({ name, text })
  }
  return stages
}

function readInstructions(source: string): Instruction[] {
  const lines = source
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const [, name = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? []
    return { name: name.toUpperCase(), text }
  })
}

/** Returns the last instruction of a name. */
export function lastOf({ stage, name }: { stage: Stage | undefined; name: string }): string | undefined {
  return stage?.instructions.findLast((instruction) => instruction.name === name)?.text
}

/** Reads a command in its exec form: a shell between would keep signals to itself. @throws {SyntaxError} for another form */
export function parseExec(text: string | undefined): string[] {
  return JSON.parse(/\[.*\]$/s.exec(text ?? '')?.[0] ?? '')
}
