/** The value of an attribute, undefined where the attribute is missing, or the problem with its text. */
export type JsonAttribute = { value: unknown; problem?: never } | { value?: never; problem: string }

/** Reads an attribute that holds JSON. */
export function readJson({ element, name }: { element: Element; name: string }): JsonAttribute {
  const text = element.getAttribute(name)
  if (text === null) return { value: undefined }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { problem: `The attribute "${name}" of <${element.localName}> is not JSON: ${(error as Error).message}` } // A SyntaxError.
  }
}

/** Reads `labels`. Anything but an object has no words in it: English ones are shown. */
export function readLabels(element: Element): object {
  return Object(readJson({ element, name: 'labels' }).value)
}
