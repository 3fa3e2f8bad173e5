/** What the values of CAP 1.2's closed lists are (§ 3.2). */
export const capValues: Record<string, readonly string[]> = {
  status: ['Actual', 'Exercise', 'System', 'Test', 'Draft'],
  msgType: ['Alert', 'Update', 'Cancel', 'Ack', 'Error'],
  scope: ['Public', 'Restricted', 'Private'],
  category: [
    'Geo',
    'Met',
    'Safety',
    'Security',
    'Rescue',
    'Fire',
    'Health',
    'Env',
    'Transport',
    'Infra',
    'CBRNE',
    'Other',
  ],
  responseType: [
    'Shelter',
    'Evacuate',
    'Prepare',
    'Execute',
    'Avoid',
    'Monitor',
    'Assess',
    'AllClear',
    'None',
  ],
  urgency: ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'],
  severity: ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'],
  certainty: ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'],
}

/** What must be there. */
export const capRequired: Record<'alert' | 'info' | 'area' | 'resource', readonly string[]> = {
  alert: ['identifier', 'sender', 'sent', 'status', 'msgType', 'scope'],
  info: ['category', 'event', 'urgency', 'severity', 'certainty'],
  area: ['areaDesc'],
  resource: ['resourceDesc', 'mimeType'],
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)[+-]\d\d:\d\d$/

/** Milliseconds since 1970 of a time as CAP wants it: whole seconds and an offset, UTC as -00:00, never `Z` (§ 3.3.2). */
export const capMoment = (text: string): number | undefined => {
  if (!TIME.test(text)) return undefined
  const value = Date.parse(text.replace(/-00:00$/, '+00:00'))
  return Number.isNaN(value) ? undefined : value
}

/** Whether a text is a polygon: at least four pairs, the last like the first, each on the globe (§ 3.2.4). */
export const isCapPolygon = (text: string): boolean => {
  const points = text.trim().split(/\s+/)
  return points.length >= 4 && points[0] === points.at(-1) && points.every(isPoint)
}

/** Whether a text is a circle: a point, a space, a radius in kilometres (§ 3.2.4). */
export const isCapCircle = (text: string): boolean => {
  const [point = '', radius = '', ...more] = text.trim().split(/\s+/)
  return more.length === 0 && isPoint(point) && NUMBER.test(radius) && Number(radius) >= 0
}

/** Whether a reference has its three parts: `sender,identifier,sent`. */
export const isCapReference = (text: string): boolean => {
  const [sender = '', identifier = '', sent = '', ...more] = text.split(',')
  return more.length === 0 && sender !== '' && identifier !== '' && capMoment(sent) !== undefined
}

/** Whether a text may be a sender's or a message's name: no space, comma, `<` or `&` (§ 3.2.1). */
export const isCapName = (text: string): boolean => text !== '' && !/[\s,<&]/.test(text)

const NUMBER = /^[+-]?\d+(?:\.\d+)?$/

const isPoint = (text: string): boolean => {
  const [latitude = '', longitude = '', ...more] = text.split(',')
  return (
    more.length === 0 &&
    NUMBER.test(latitude) &&
    NUMBER.test(longitude) &&
    Math.abs(Number(latitude)) <= 90 &&
    Math.abs(Number(longitude)) <= 180
  )
}
