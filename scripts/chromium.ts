import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Path of a Chromium to test with: `CHROMIUM_PATH`, the system's, or Playwright's own download. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted) return wanted
  return systemChromium() ?? [chromium.executablePath()].find((path) => existsSync(path))
}

/**
 * Playwright launch options for the Chromium found. Root needs `--no-sandbox`. Background networking is off because
 * Chromium's own requests slow down its start on a machine that is offline.
 */
export function chromiumLaunchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = findChromium()
  const root = process.getuid?.() === 0
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      `--disable-features=${disabledFeatures.join(',')}`,
    ],
  }
}

/**
 * The address bar's suggestions are pages that Chromium loads for each window: more work than most tests give it. The
 * other features are those that Playwright switches off, since its list is lost when there is a second one.
 */
const disabledFeatures = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/**
 * Finds a Chromium or installs one: Playwright's download first, then the system's package manager when root.
 * @throws {Error} when none can be found or installed, with the next step to take.
 */
export function ensureChromium(): string {
  const wanted = process.env.CHROMIUM_PATH
  if (wanted && !existsSync(wanted)) throw new Error(`CHROMIUM_PATH is ${wanted}, but there is no such file.`)
  const found = findChromium() ?? installWithPlaywright() ?? installWithSystem()
  if (found) return found
  throw new Error(
    'No Chromium: none in CHROMIUM_PATH, on the system or from Playwright, and it could not be installed. ' +
      'Install Chromium or Chrome with your package manager and run again, or set CHROMIUM_PATH to its executable.',
  )
}

function systemChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = systemNames.flatMap((name) => folders.map((folder) => join(folder, name)))
  const macos = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
  return [...candidates, macos].find((path) => existsSync(path))
}

function installWithPlaywright(): string | undefined {
  process.stdout.write("No Chromium found. Trying Playwright's download…\n")
  spawnSync(process.execPath, [join('node_modules', '@playwright', 'test', 'cli.js'), 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 300_000,
  })
  return findChromium()
}

function installWithSystem(): string | undefined {
  if (process.getuid?.() !== 0) return undefined
  process.stdout.write("Trying the system's package manager…\n")
  for (const [manager, commands] of Object.entries(packageManagers)) {
    if (spawnSync(manager, ['--version'], { stdio: 'ignore' }).status !== 0) continue
    for (const command of commands) {
      spawnSync(manager, command, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    }
  }
  return findChromium()
}

const packageManagers = {
  'apt-get': [['update'], ['install', '-y', '--no-install-recommends', 'chromium']],
  dnf: [['install', '-y', 'chromium']],
  apk: [['add', 'chromium']],
}
