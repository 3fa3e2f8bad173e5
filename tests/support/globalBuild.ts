import { buildIfStale } from '../../src/start/buildIfStale.mjs'
import { findChromium } from './launchChromium.ts'

/** The server and the admin as they are built for use; browser tests start them as processes. */
export default async function setup() {
  await buildIfStale()
  // Unpacked here, once: two files that unpack it at the same time find it half written.
  await findChromium()
}
