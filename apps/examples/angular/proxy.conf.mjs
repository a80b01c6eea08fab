export default { '/chat': { target: 'http://127.0.0.1:8080', changeOrigin: false } }
