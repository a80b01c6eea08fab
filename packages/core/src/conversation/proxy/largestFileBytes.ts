/** Largest file of `POST /files`, in bytes. */
export const largestFileBytes = 16 * 1024 * 1024
