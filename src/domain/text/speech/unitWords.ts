/** Measures as they are said after a number. Keys as written, after ², ³ and the like have become plain digits. */
export const unitWords: Readonly<Record<string, string>> = {
  km: 'ki lô mét', m: 'mét', dm: 'đề xi mét', cm: 'xăng ti mét', mm: 'mi li mét', µm: 'mi crô mét', μm: 'mi crô mét',
  km2: 'ki lô mét vuông', m2: 'mét vuông', cm2: 'xăng ti mét vuông', ha: 'héc ta', m3: 'mét khối', cm3: 'xăng ti mét khối',
  kg: 'ki lô gam', g: 'gam', mg: 'mi li gam', µg: 'mi crô gam', μg: 'mi crô gam', l: 'lít', L: 'lít', ml: 'mi li lít', mL: 'mi li lít',
  '°C': 'độ xê', '°F': 'độ ép', '°': 'độ', h: 'giờ', s: 'giây', ms: 'mi li giây', ph: 'phút',
  W: 'oát', kW: 'ki lô oát', MW: 'mê ga oát', kWh: 'ki lô oát giờ', kwh: 'ki lô oát giờ', V: 'vôn', kV: 'ki lô vôn', kVA: 'ki lô vôn am pe', A: 'am pe',
  Hz: 'héc', kHz: 'ki lô héc', MHz: 'mê ga héc', GHz: 'gi ga héc', dB: 'đề xi ben',
  KB: 'ki lô bai', MB: 'mê ga bai', GB: 'gi ga bai', TB: 'tê ra bai', Mbps: 'mê ga bít trên giây', Gbps: 'gi ga bít trên giây',
  hPa: 'héc tô pát can', mb: 'mi li ba', tr: 'triệu',
  đ: 'đồng', '₫': 'đồng', VNĐ: 'đồng', VND: 'đồng', USD: 'đô la Mỹ', $: 'đô la Mỹ', EUR: 'ơ rô', '€': 'ơ rô',
} // prettier-ignore
