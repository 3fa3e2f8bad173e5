/** How something is to be said. */
export type Manner = {
  /** BCP 47: `vi`. */
  language: string
  /** As the engine names it. */
  voice: string
  /** Words a minute. */
  speed: number
}

/**
 * An engine that speaks. The core knows this and no engine; recorded sound is always accepted beside it and goes first.
 */
export type Voice = {
  /** Part of what speech is known by: another engine makes another file. */
  name: string
  /** What it says of itself; null when it is not installed here. Cheap: asked at every screen. */
  version: () => Promise<string | null>
  /**
   * Speaks a text that is in words already.
   *
   * @returns a WAV file
   * @throws PortalError `voice_missing` when the engine is not installed, `voice_failed` when it could not
   */
  speak: (text: string, manner: Manner) => Promise<Buffer>
}
