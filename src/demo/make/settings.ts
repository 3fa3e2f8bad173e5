import type { RawDocument } from '../bulk/tableRows.ts'
import type { Place } from './place.ts'

const menu = [
  ['Tin tức', 'News', '/tin'],
  ['Văn bản', 'Documents', '/van-ban'],
  ['Hỏi – đáp', 'Questions', '/hoi-dap'],
  ['Giới thiệu', 'About', '/trang/gioi-thieu'],
] as const

const colours = ['#9e1b1e', '#7a1f2b', '#0a4f96', '#2f5d50', '#5b3a8e', '#6b4a1f']

/** What every page of a site shows around its content. */
export const makeSettings = (place: Place, index: number): RawDocument => {
  const isCity = place.level === 'city'
  const both = (vi: string, en: string) => (isCity ? { vi, en } : { vi })
  const base = isCity ? '' : `/s/${place.code}`
  return {
    site: place.siteId,
    slug: 'site',
    title: both(
      isCity ? 'Cổng thông tin điện tử thành phố Hà Nội' : `Trang thông tin điện tử ${place.name}`,
      'Hanoi City Portal',
    ),
    unitLine: both(
      isCity ? 'Ủy ban nhân dân thành phố Hà Nội' : place.committee,
      'People’s Committee of Hanoi City',
    ),
    description: both(
      isCity
        ? 'Thông tin chính thức của chính quyền Thành phố: chỉ đạo điều hành, văn bản, hỏi đáp và dịch vụ.'
        : `Thông tin chính thức của ${place.committee} phục vụ người dân và doanh nghiệp.`,
      'Official information of the city government: administration, documents, questions and services.',
    ),
    contact: {
      address: both(
        isCity
          ? 'Số 1 đường Hoa Sữa, Hà Nội'
          : `Số ${1 + (index % 180)} đường Hoa Ban, ${place.level === 'commune' ? `${place.name}, ` : ''}Hà Nội`,
        '1 Hoa Sua Street, Hanoi',
      ),
      phone: `024 0000 ${String(1000 + index).padStart(4, '0')}`,
      email: `lienhe.${place.code}@coloa.example`,
    },
    menu: menu.map(([vi, en, href], order) => ({
      id: menuId(index, order),
      label: both(vi, en),
      href: `${base}${href}`,
    })),
    notice: { isShown: false },
    theme: { mastheadColour: isCity ? '#9e1b1e' : colours[index % colours.length] },
  }
}

/** Row ids of an array look like object ids. */
const menuId = (site: number, row: number) =>
  `${(site * 16 + row + 1).toString(16).padStart(24, '0')}`
