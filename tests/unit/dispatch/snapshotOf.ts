import type { Snapshot } from '#plugins/dispatch/drivers/snapshot.ts'

/** An emergency as it is frozen, to be varied. */
export const snapshotOf = (more: Partial<Snapshot> = {}): Snapshot => ({
  chain: 'bulletin/thanh-pho/7',
  kind: 'alert',
  priority: 'emergency',
  issuer: 'Ban Chỉ huy Phòng thủ dân sự thành phố',
  issuedAt: '2026-12-01T01:00:00.000Z',
  effectiveAt: '2026-12-01T01:00:00.000Z',
  expiresAt: '2026-12-01T07:00:00.000Z',
  audience: { areas: ['10105'], groups: [], devices: [] },
  title: 'Bão gần bờ & lũ <lớn>',
  text: 'Gió mạnh cấp 9, mưa lớn.\nNgười dân ở trong nhà.',
  spokenText: 'Gió mạnh cấp chín, mưa lớn. Người dân ở trong nhà.',
  language: 'vi',
  topic: 'urgentNews',
  media: [],
  ...more,
})
