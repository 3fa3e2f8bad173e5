import { readCap } from './readCap.ts'
import type { CapNode } from './readCap.ts'
import {
  capMoment,
  capRequired,
  capValues,
  isCapCircle,
  isCapName,
  isCapPolygon,
  isCapReference,
} from './capRules.ts'

/** What is wrong with a CAP document, and where: `info[0]/area[1]/polygon`. */
export type CapFault = { code: CapFaultCode; where: string; value?: string }

/** Stable names of faults. */
export type CapFaultCode =
  | 'cap_not_xml'
  | 'cap_not_alert'
  | 'cap_missing'
  | 'cap_value'
  | 'cap_time'
  | 'cap_name'
  | 'cap_references_missing'
  | 'cap_reference'
  | 'cap_info_missing'
  | 'cap_expires_before'
  | 'cap_polygon'
  | 'cap_circle'
  | 'cap_restriction_missing'
  | 'cap_addresses_missing'
  | 'cap_altitude_missing'

/**
 * Checks a CAP 1.2 document by the rules that its text states and its schema cannot: what a Cancel without references, a
 * polygon of garbage or an end before the beginning does to receivers is not for them to find out.
 *
 * @param xml the document
 * @returns nothing when it is sound
 */
export const validateCap = (xml: string): CapFault[] => {
  const alert = readCap(xml)
  if (typeof alert === 'string') return [{ code: alert, where: '' }]
  const faults: CapFault[] = []
  const tell = (code: CapFaultCode, where: string, value?: string) => {
    faults.push(value === undefined ? { code, where } : { code, where, value: value.slice(0, 200) })
  }
  checkAlert(alert, tell)
  alert.children('info').forEach((info, index) => checkInfo(info, `info[${index}]`, alert, tell))
  return faults
}

type Tell = (code: CapFaultCode, where: string, value?: string) => void

const checkAlert = (alert: CapNode, tell: Tell): void => {
  checkPart(alert, 'alert', '', ['status', 'msgType', 'scope'], tell)
  for (const name of ['identifier', 'sender']) {
    const value = alert.text(name)
    if (value !== undefined && !isCapName(value)) tell('cap_name', name, value)
  }
  checkTime(alert, 'sent', '', tell)
  const kind = alert.text('msgType') ?? ''
  const references = (alert.text('references') ?? '').split(/\s+/).filter(Boolean)
  if (['Update', 'Cancel', 'Ack', 'Error'].includes(kind) && references.length === 0)
    tell('cap_references_missing', 'references', kind)
  for (const one of references) if (!isCapReference(one)) tell('cap_reference', 'references', one)
  if (['Alert', 'Update'].includes(kind) && alert.children('info').length === 0)
    tell('cap_info_missing', 'info', kind)
  if (alert.text('scope') === 'Restricted' && !alert.text('restriction'))
    tell('cap_restriction_missing', 'restriction')
  if (alert.text('scope') === 'Private' && !alert.text('addresses'))
    tell('cap_addresses_missing', 'addresses')
}

const checkInfo = (info: CapNode, where: string, alert: CapNode, tell: Tell): void => {
  const lists = ['category', 'responseType', 'urgency', 'severity', 'certainty']
  checkPart(info, 'info', `${where}/`, lists, tell)
  for (const name of ['effective', 'onset', 'expires']) checkTime(info, name, `${where}/`, tell)
  const begins = capMoment(info.text('effective') ?? alert.text('sent') ?? '')
  const ends = capMoment(info.text('expires') ?? '')
  if (begins !== undefined && ends !== undefined && ends <= begins)
    tell('cap_expires_before', `${where}/expires`, info.text('expires'))
  info
    .children('resource')
    .forEach((one, n) => checkPart(one, 'resource', `${where}/resource[${n}]/`, [], tell))
  info.children('area').forEach((one, n) => checkArea(one, `${where}/area[${n}]/`, tell))
}

const checkArea = (area: CapNode, where: string, tell: Tell): void => {
  checkPart(area, 'area', where, [], tell)
  for (const one of area.texts('polygon'))
    if (!isCapPolygon(one)) tell('cap_polygon', `${where}polygon`, one)
  for (const one of area.texts('circle'))
    if (!isCapCircle(one)) tell('cap_circle', `${where}circle`, one)
  if (area.text('ceiling') !== undefined && area.text('altitude') === undefined)
    tell('cap_altitude_missing', `${where}altitude`)
}

const checkPart = (
  node: CapNode,
  part: keyof typeof capRequired,
  where: string,
  lists: readonly string[],
  tell: Tell,
): void => {
  for (const name of capRequired[part]) if (!node.text(name)) tell('cap_missing', `${where}${name}`)
  for (const name of lists)
    for (const value of node.texts(name))
      if (value !== '' && !capValues[name]?.includes(value))
        tell('cap_value', `${where}${name}`, value)
}

const checkTime = (node: CapNode, name: string, where: string, tell: Tell): void => {
  const value = node.text(name)
  if (value !== undefined && value !== '' && capMoment(value) === undefined)
    tell('cap_time', `${where}${name}`, value)
}
