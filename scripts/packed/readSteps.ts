import { readFileSync } from 'node:fs'

/** Steps of the README for one kind of project. */
export interface Steps {
  /** Lines for a terminal. */
  commands: string[]
  /** Lines for a file. */
  lines: string[]
}

/** Reads what the README tells a newcomer to type, under the bold words that a paragraph begins with. */
export function readSteps(beginning: string): Steps {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, text = ''] = readme.split(`**${beginning}`)
  const [commands = [], lines = []] = [...text.matchAll(/```\w+\n(.*?)\n```/gs)].map(([, code = '']) =>
    code.split('\n'),
  )
  return { commands, lines }
}
