import { createHash, X509Certificate } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A certificate for this machine's names, and the authority that has signed it. */
export interface Certificate {
  /** Private key of the certificate, as PEM. */
  key: string
  /** The certificate, as PEM. */
  cert: string
  /** Path of the authority's certificate, as PEM: a client that trusts it trusts the sandbox. */
  caFile: string
  /** SHA-256 of the certificate's public key in base64, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiHash: string
  /** Removes the file. */
  remove: () => Promise<void>
}

const dayMs = 24 * 60 * 60 * 1000

/**
 * Creates a certificate that is valid for the names of this machine for 90 days, signed by an authority of its own. The
 * authority's private key is not kept, so that nobody can sign another one.
 */
export async function createCertificate(host: string): Promise<Certificate> {
  const { generate } = await import('selfsigned') // Loaded on demand, because few need it.
  const now = Date.now()
  const common = {
    keyType: 'ec',
    algorithm: 'sha256',
    notBeforeDate: new Date(now - dayMs), // The clocks of containers may differ.
    notAfterDate: new Date(now + 90 * dayMs),
  } as const
  const authority = await generate([{ name: 'commonName', value: 'crm-chat sandbox' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  })
  const own = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: toAltNames(host) },
    ],
  })
  const folder = await mkdtemp(join(tmpdir(), 'crm-chat-sandbox-tls-'))
  const caFile = join(folder, 'ca.pem')
  await writeFile(caFile, authority.cert)
  return {
    key: own.private,
    cert: own.cert,
    caFile,
    spkiHash: toSpkiHash(own.cert),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** The kinds of names in a certificate. */
const altName = { dns: 2, ip: 7 } as const

function toAltNames(host: string) {
  const addresses = [...new Set(['127.0.0.1', '::1', ...(host === 'localhost' ? [] : [host])])]
  return [{ type: altName.dns, value: 'localhost' }, ...addresses.map((ip) => ({ type: altName.ip, ip }))]
}

function toSpkiHash(cert: string): string {
  const spki = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(spki).digest('base64')
}
