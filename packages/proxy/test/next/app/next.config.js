/** One app for both settings of slashes at the end, and for the way that create-next-app sets caching up. */
const isSlashed = process.env.TEST_TRAILING_SLASH === '1'

export default {
  trailingSlash: isSlashed,
  cacheComponents: !isSlashed,
  distDir: isSlashed ? '.next-slashed' : '.next',
}
