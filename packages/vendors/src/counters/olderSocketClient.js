export { connect } from 'socket.io-client-2'
