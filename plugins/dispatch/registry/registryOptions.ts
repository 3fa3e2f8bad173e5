/** How often a device of a class says that it lives, and how long it may be late. */
export type PresenceTerms = { intervalSeconds: number; graceSeconds: number }

/** What the device registry is told. */
export type RegistryOptions = {
  /**
   * By device class. A device is away when two intervals and the grace have passed without a sign of life.
   * @default a minute with half a minute's grace for every class
   */
  presence?: Partial<Record<DeviceClass, PresenceTerms>>
  /**
   * So many devices of one commune that are lost together stand in one line of the mail.
   * @default 3
   */
  groupFrom?: number
  /**
   * Nobody is written to about devices more often than this, in minutes.
   * @default 5
   */
  quietMinutes?: number
}

/** The classes of devices, as the collection has them. */
export type DeviceClass = 'radioStation' | 'loudspeakerCluster' | 'ledBoard'

const terms: PresenceTerms = { intervalSeconds: 60, graceSeconds: 30 }

/** The options with their defaults. */
export const registryDefaults = (given: RegistryOptions = {}) => ({
  presence: { radioStation: terms, loudspeakerCluster: terms, ledBoard: terms, ...given.presence },
  groupFrom: given.groupFrom ?? 3,
  quietMinutes: given.quietMinutes ?? 5,
})

/** The options as they hold. */
export type RegistrySettings = ReturnType<typeof registryDefaults>
