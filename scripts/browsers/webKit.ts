import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { cachedFiles, cachedProgram, unpackDebianPackages } from '../debianPackage.ts'
import { findProgram } from './findProgram.ts'

/** Programs that a test in WebKitGTK needs. */
export interface WebKitPrograms {
  /** Path of WebKitWebDriver. */
  driver: string
  /** Path of MiniBrowser, WebKitGTK's own browser. */
  browser: string
  /** Path of Xvfb, which is a display without a screen. */
  display: string
}

const programs = {
  name: 'webkit',
  packages: ['webkit2gtk-driver', 'xvfb', 'xkb-data', 'fonts-dejavu-core'],
  executables: ['usr/bin/WebKitWebDriver', 'usr/bin/Xvfb'],
  prepare: relocate,
}

/**
 * Finds a WebKitGTK to test with, or unpacks one: the system's, or Debian's packages.
 * @throws {Error} when there is none, with the next step to take
 */
export function ensureWebKit(): WebKitPrograms {
  const found = systemPrograms() ?? cachedPrograms() ?? (unpackDebianPackages(programs) ? cachedPrograms() : undefined)
  if (found) return found
  throw new Error('No WebKitGTK: neither on the system nor from Debian. Install webkit2gtk-driver and xvfb.')
}

function systemPrograms(): WebKitPrograms | undefined {
  const [driver, display, browser] = [findProgram('WebKitWebDriver'), findProgram('Xvfb'), findMiniBrowser('/')]
  return driver && display && browser && starts(driver) ? { driver, display, browser } : undefined
}

function cachedPrograms(): WebKitPrograms | undefined {
  const [driver, display] = [cachedProgram(programs, 'WebKitWebDriver'), cachedProgram(programs, 'Xvfb')]
  const browser = findMiniBrowser(cachedFiles(programs))
  return browser && linkFolder() && starts(driver) ? { driver, display, browser } : undefined
}

/** A copy whose libraries are missing does not start. */
function starts(driver: string): boolean {
  return spawnSync(driver, ['--help'], { encoding: 'utf8' }).stdout?.includes('--port') === true
}

function findMiniBrowser(root: string): string | undefined {
  const path = join(root, folderOf(root), 'MiniBrowser')
  return existsSync(path) ? path : undefined
}

/** Folder of WebKitGTK's processes, e.g. `/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1`. */
function folderOf(root: string): string {
  const libraries = join(root, 'usr/lib')
  const triplet = existsSync(libraries) ? readdirSync(libraries).find((name) => name.endsWith('-linux-gnu')) : undefined
  return `/usr/lib/${triplet}/webkit2gtk-4.1`
}

/**
 * Makes unpacked programs find their parts. WebKitGTK's library has the path of its processes inside; a symbolic link of
 * the same length takes its place. Xvfb has the path of `xkbcomp` inside; without one it takes that of `PATH`.
 */
function relocate(files: string): void {
  const folder = folderOf(files)
  const link = `/tmp/crm-chat-${randomBytes(8).toString('hex')}`
  const library = realpathSync(join(files, folder, '../libwebkit2gtk-4.1.so.0'))
  replaceBytes({ file: library, from: folder, to: `/tmp${'/'.repeat(folder.length - link.length)}${link.slice(4)}` })
  writeFileSync(linkFile(files), link)
  replaceBytes({ file: join(files, 'usr/bin/Xvfb'), from: '\0/usr/bin\0', to: '\0'.repeat(10) })
}

function replaceBytes({ file, from, to }: { file: string; from: string; to: string }): void {
  const bytes = readFileSync(file)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + from.length)) bytes.write(to, at, 'latin1')
  writeFileSync(file, bytes)
}

const linkFile = (files: string): string => join(files, 'link')

/** Makes the symbolic link, which the system may have removed. Returns false when it is somebody else's. */
function linkFolder(): boolean {
  const files = cachedFiles(programs)
  if (!existsSync(linkFile(files))) return false
  const link = readFileSync(linkFile(files), 'utf8')
  const target = join(files, folderOf(files))
  try {
    symlinkSync(target, link)
    return true
  } catch {
    return lstatSync(link).uid === process.getuid?.() && readlinkSync(link) === target
  }
}
