import { inForce } from '#domain/sla/inForce.ts'
import type { Form } from '../../types.ts'
import { theForms } from '../formsOptions.ts'

/** What a class takes where neither the device nor the profile says otherwise. */
const usual: Readonly<Record<string, readonly Form[]>> = {
  radioStation: ['text', 'audio'],
  loudspeakerCluster: ['text', 'audio'],
  ledBoard: ['text', 'image', 'video'],
}

/**
 * The forms that go to a device: what it can take, of what the regulation lets its class receive (S-11, H-11).
 *
 * @param day YYYY-MM-DD
 */
export const formsOf = (
  device: { deviceClass: string; forms?: readonly string[] | null },
  day: string,
): Form[] => {
  const allowed =
    inForce(theForms().formsByDevice, day).find((one) => one.deviceClass === device.deviceClass)
      ?.forms ??
    usual[device.deviceClass] ??
    []
  const able = device.forms ?? []
  return allowed.filter((form) => able.length === 0 || able.includes(form))
}
