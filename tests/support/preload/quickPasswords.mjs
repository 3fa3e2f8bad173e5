import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded ahead of an integration test's processes: a password is hashed in one round instead of 600,000. Payload makes a tenth
 * of a second of work of every account and every login, which protects people and not what is tested; the tests make thousands.
 * Its salt, its length and its mark stay. A city in a browser, of real programs or of `npm start` has its hashes whole.
 */
const derive = crypto.pbkdf2
crypto.pbkdf2 = (password, salt, _rounds, ...rest) => derive(password, salt, 1, ...rest)
syncBuiltinESMExports()
