import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'

const folder = fileURLToPath(new URL('../.github', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yml'))
const uses = files.flatMap((file) =>
  [...read(file).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action = '']) => [file, action] as const),
)
const thirdParty = uses.filter(([, action]) => !action.startsWith('./'))

interface Workflow {
  on: Record<string, unknown>
  jobs: Record<string, { needs?: string; uses?: string; permissions?: Record<string, string> }>
}

describe('workflows', () => {
  it.each(thirdParty)('%s pins %s by commit, with the version beside it', (_file, action) => {
    expect(action).toMatch(/^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  })

  it('reads every action that the workflows use', () => {
    expect(thirdParty.map(([, action]) => action.split('@')[0])).toEqual(
      expect.arrayContaining(['actions/checkout', 'actions/setup-node', 'actions/cache', 'changesets/action']),
    )
  })

  it('pins the same version of an action everywhere', () => {
    const pins = new Set(thirdParty.map(([, action]) => action))
    const names = new Set(thirdParty.map(([, action]) => action.split('@')[0]))
    expect(pins.size).toBe(names.size)
  })

  it('releases only after CI has passed', () => {
    const { jobs } = workflow('release.yml')
    expect(jobs.ci).toEqual({ uses: './.github/workflows/ci.yml' })
    expect(Object.entries(jobs).filter(([name, { needs }]) => name !== 'ci' && needs !== 'ci')).toEqual([])
    expect(Object.keys(workflow('ci.yml').on)).toContain('workflow_call')
  })

  it('publishes with a proof of where a package comes from', () => {
    expect(read(join('workflows', 'release.yml'))).toMatch(/publish: .* publish .*--provenance$/m)
    expect(workflow('release.yml').jobs.release?.permissions?.['id-token']).toBe('write')
  })

  it.each(['test', 'browsers', 'check'])('runs the %s job with no condition that could skip it', (job) => {
    expect(Object.keys(workflow('ci.yml').jobs)).toContain(job)
    expect(workflow('ci.yml').jobs[job]).not.toHaveProperty('if')
    expect(workflow('ci.yml').jobs[job]).not.toHaveProperty('continue-on-error')
  })
})

function workflow(file: string): Workflow {
  return parse(read(join('workflows', file)))
}

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}
