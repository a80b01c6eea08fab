import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { PackedPackage } from './packPackages.ts'

/** A registry of npm packages on this machine. */
export interface Registry {
  /** Its address, with a slash at its end. */
  url: string
  close: () => Promise<void>
}

/** Starts a registry that has packed packages, and sends whoever asks for others to the real one. */
export async function startRegistry({
  packages,
  upstream,
}: {
  packages: PackedPackage[]
  upstream: string
}): Promise<Registry> {
  const server = createServer((request, response) => respond(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // A TCP server's address is no string.
  const url = `http://127.0.0.1:${port}/`
  const respond = toListener({ packages, url, upstream })
  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

function toListener({
  packages,
  url,
  upstream,
}: {
  packages: PackedPackage[]
  url: string
  upstream: string
}): RequestListener {
  const documents = new Map(packages.map((each) => [each.manifest.name, JSON.stringify(toDocument({ url, ...each }))]))
  const tarballs = new Map(packages.map(({ manifest, tarball }) => [tarballPath(manifest.name), tarball]))
  return (request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1).replace(/\?.*/, ''))
    const document = documents.get(path)
    const tarball = tarballs.get(path)
    response.setHeader('cache-control', 'no-store')
    if (document) response.setHeader('content-type', 'application/json').end(document)
    else if (tarball) response.setHeader('content-type', 'application/octet-stream').end(tarball)
    else response.writeHead(302, { location: new URL((request.url ?? '/').slice(1), upstream).href }).end()
  }
}

const tarballPath = (name: string) => `tarballs/${name}.tgz`

/** Describes a package as a registry does. */
function toDocument({ url, manifest, tarball }: PackedPackage & { url: string }): object {
  const { name, version } = manifest
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
  const dist = { integrity, tarball: `${url}${tarballPath(name)}` }
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { ...manifest, dist } } }
}
