import { sendClientRequest } from './http/sendClientRequest.ts'
import { readSession, readSessionOnce } from './session/readSession.ts'
import { fetchWindowLink } from './window/fetchWindowLink.ts'

/** Requests that a page makes itself. One part of the client: a page that makes the one often makes the other. */
export const operations = { readSession, readSessionOnce, fetchWindowLink, sendClientRequest }
