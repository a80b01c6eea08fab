/** True for types that a browser shows without running scripts in them, so not for HTML and SVG. */
export function isShown(type: string): boolean {
  return /^(image\/(png|jpeg|gif|webp|avif)|audio\/[\w.+-]+|video\/[\w.+-]+)(;|$)/i.test(type)
}

/** Headers that keep a file from acting as a page of the sandbox: one with scripts is downloaded, not shown. */
export function fileHeaders({ name, type }: { name: string; type: string }): Record<string, string> {
  const disposition = isShown(type) ? 'inline' : 'attachment'
  return {
    'content-disposition': `${disposition}; filename*=UTF-8''${encodeURIComponent(name)}`,
    'content-security-policy': "default-src 'none'; sandbox",
  }
}
