import { connect } from 'socket.io-client-2'

export function connectOlder(url, options) {
  return connect(url, options)
}
