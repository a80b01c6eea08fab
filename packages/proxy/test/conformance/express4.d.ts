/** Express 4 has the parts of Express 5 that the tests use. */
declare module 'express-4' {
  import express = require('express')

  export = express
}
