import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Folders with a `package.json`, relative to the root. One with a workspace of its own is not part of this one. */
const workspaces = [...foldersIn('packages'), ...foldersIn('apps'), 'e2e'].filter(
  (folder) => existsSync(join(root, folder, 'package.json')) && !existsSync(join(root, folder, 'pnpm-workspace.yaml')),
)

/** Folders by the name that other packages import. */
const folderByName = new Map(workspaces.map((folder) => [manifestOf(folder).name, folder]))

/** Configurations that `tsc -b` checks; `tsconfig.build.json` is the one that a package publishes with. */
const projects = [...workspaces, 'scripts'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((file) => /^tsconfig.*\.json$/.test(file) && file !== 'tsconfig.build.json')
    .map((file) => join(folder, file)),
)

describe('type references', () => {
  it.each(workspaces)('%s references each workspace package in its package.json, and no other', (folder) => {
    expect(referencedPackages(folder)).toEqual(workspaceDependencies(folder))
  })

  it('leaves no project out of `tsc -b`', () => {
    expect(referencesOf('tsconfig.json').toSorted()).toEqual(projects.toSorted())
  })
})

function workspaceDependencies(folder: string): string[] {
  const { dependencies, devDependencies, peerDependencies, optionalDependencies } = manifestOf(folder)
  const names = Object.keys({ ...dependencies, ...devDependencies, ...peerDependencies, ...optionalDependencies })
  return names.flatMap((name) => folderByName.get(name) ?? []).toSorted()
}

function referencedPackages(folder: string): string[] {
  const own = projects.filter((project) => dirname(project) === folder)
  const folders = new Set(own.flatMap(referencesOf).map(dirname))
  return [...folders].filter((other) => other !== folder && other !== 'scripts').toSorted()
}

/** Referenced configuration files, relative to the root. */
function referencesOf(project: string): string[] {
  const { references = [] } = readJson<{ references?: { path: string }[] }>(project)
  return references.map(({ path }) => {
    const target = join(root, dirname(project), path)
    return relative(root, target.endsWith('.json') ? target : join(target, 'tsconfig.json'))
  })
}

interface Manifest {
  name: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}

function manifestOf(folder: string): Manifest {
  return readJson(join(folder, 'package.json'))
}

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

function foldersIn(parent: string): string[] {
  return readdirSync(join(root, parent)).map((name) => join(parent, name))
}
