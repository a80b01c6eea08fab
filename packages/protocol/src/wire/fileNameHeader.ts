/** Header of `POST /files` with the file's name, percent-encoded. The body is the file itself. */
export const fileNameHeader = 'x-file-name'
