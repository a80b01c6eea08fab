import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Folder of the repository. */
export const root: string = fileURLToPath(new URL('../..', import.meta.url))

/** A block of code in a document. */
export interface CodeBlock {
  /** File and line, for messages. */
  place: string
  language: string
  code: string
}

/** A document for users. */
export interface Document {
  /** Its path in the repository. */
  file: string
  text: string
  blocks: CodeBlock[]
}

/** Reads the documents that tell people what to type: READMEs, the guide, and the page about frames. */
export function readDocuments(): Document[] {
  const patterns = ['*.md', 'packages/*.md', 'apps/*.md', 'deploy/*.md', 'docs/guide/*.md', 'docs/*.md']
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', ...patterns], {
    cwd: root,
    encoding: 'utf8',
  })
  const files = [...new Set(listed.split('\n'))].filter((file) => file !== '' && !/\/decisions\/|CHANGELOG/.test(file))
  return files.map((file) => {
    const text = readFileSync(join(root, file), 'utf8')
    return { file, text, blocks: readBlocks({ file, text }) }
  })
}

function readBlocks({ file, text }: { file: string; text: string }): CodeBlock[] {
  return [...text.matchAll(/^( *)```(\w*)\n(.*?)^\1```/gms)].map(
    ({ index, 1: indent = '', 2: language = '', 3: code = '' }) => ({
      place: `${file}:${text.slice(0, index).split('\n').length}`,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    }),
  )
}
