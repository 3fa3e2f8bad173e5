import { readFile } from 'node:fs/promises'
import { vietnameseSlug } from '../../domain/text/vietnameseSlug.ts'
import { departments } from '../data/departments.ts'

/** A body of the city before it has an id. */
export type CityUnit = {
  code: string
  name: string
  nameEn: string
  kind: 'city' | 'department' | 'ward' | 'commune' | 'agency'
  level: 'city' | 'department' | 'commune'
  siteCode: string
  latitude: number
  longitude: number
}

type Facts = {
  units: {
    code: string
    name: string
    nameEn: string
    kind: 'ward' | 'commune'
    latitude: number
    longitude: number
  }[]
}

/** The city, its departments and communes; further agencies when more sites are wanted. */
export const cityUnits = async (count: number): Promise<CityUnit[]> => {
  const facts = JSON.parse(
    await readFile(new URL('../data/units.json', import.meta.url), 'utf8'),
  ) as Facts
  const centre = { latitude: 21.0285, longitude: 105.8542 }
  const city: CityUnit = {
    code: '01',
    name: 'Thành phố Hà Nội',
    nameEn: 'Hanoi City',
    kind: 'city',
    level: 'city',
    siteCode: 'ha-noi',
    ...centre,
  }
  const offices = departments.map(([code, name, nameEn]): CityUnit => ({
    code,
    name,
    nameEn,
    kind: 'department',
    level: 'department',
    siteCode: code,
    ...centre,
  }))
  const communes = facts.units.map((unit): CityUnit => ({
    ...unit,
    level: 'commune',
    siteCode: vietnameseSlug(unit.name),
  }))
  const known = [city, ...offices, ...communes]
  const more = Array.from({ length: Math.max(0, count - known.length) }, (_, index): CityUnit => ({
    code: `agency-${index + 1}`,
    name: `Trung tâm Dịch vụ công ích số ${index + 1}`,
    nameEn: `Public Utilities Centre No. ${index + 1}`,
    kind: 'agency',
    level: 'department',
    siteCode: `cong-ich-${index + 1}`,
    ...centre,
  }))
  return [...known, ...more]
}
